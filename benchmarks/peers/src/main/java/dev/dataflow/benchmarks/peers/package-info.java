/** Peers with dependencies of their own. */
@NullMarked
package dev.dataflow.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
