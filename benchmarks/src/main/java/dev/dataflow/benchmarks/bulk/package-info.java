/** Bulk create, update, upsert and delete beside hand-written JDBC, on real databases. */
@NullMarked
package dev.dataflow.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;
