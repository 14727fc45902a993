/** The peers that need nothing but drivers and jOOQ, which is there anyway. */
@NullMarked
package dev.dataflow.benchmarks.library;

import org.jspecify.annotations.NullMarked;
