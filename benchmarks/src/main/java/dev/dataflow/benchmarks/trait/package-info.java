/** What traits cost: the same calls on models with and without them, by nodes and by hand. */
@NullMarked
package dev.dataflow.benchmarks.trait;

import org.jspecify.annotations.NullMarked;
