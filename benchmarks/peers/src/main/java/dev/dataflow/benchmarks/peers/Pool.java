package dev.dataflow.benchmarks.peers;

import javax.sql.DataSource;

/**
 * The pool that Micronaut is given.
 *
 * @param source the pool
 */
record Pool(DataSource source) {}
