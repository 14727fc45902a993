/** JMH benchmarks: DataFlow beside hand-written JDBC. Nothing uses this package. */
@NullMarked
package dev.dataflow.benchmarks;

import org.jspecify.annotations.NullMarked;
