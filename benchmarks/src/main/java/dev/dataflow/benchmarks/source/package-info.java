/** Peers as services, and the databases that all of them are given. */
@NullMarked
package dev.dataflow.benchmarks.source;

import org.jspecify.annotations.NullMarked;
