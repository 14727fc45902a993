/** One row at a time, and lists: the same work on the same table by each peer. */
@NullMarked
package dev.dataflow.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
