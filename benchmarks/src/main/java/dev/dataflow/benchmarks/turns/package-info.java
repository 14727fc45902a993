/** Runs JMH's benchmarks in turns: each peer in a JVM of its own, all of them a short while after another, many times. */
@NullMarked
package dev.dataflow.benchmarks.turns;

import org.jspecify.annotations.NullMarked;
