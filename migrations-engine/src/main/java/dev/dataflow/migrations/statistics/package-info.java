/** Reads what is needed of values to judge whether columns are the same under other names. */
@NullMarked
package dev.dataflow.migrations.statistics;

import org.jspecify.annotations.NullMarked;
