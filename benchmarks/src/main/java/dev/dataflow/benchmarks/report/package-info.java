/** Runs the comparison of peers, and writes its page and charts. */
@NullMarked
package dev.dataflow.benchmarks.report;

import org.jspecify.annotations.NullMarked;
