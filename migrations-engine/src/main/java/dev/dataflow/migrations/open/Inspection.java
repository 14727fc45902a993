package dev.dataflow.migrations.open;

import dev.dataflow.migrations.catalog.LiveSchema;
import dev.dataflow.migrations.difference.Findings;

/**
 * The database at one moment.
 *
 * @param live what it had
 * @param findings where that is not what the models say
 */
record Inspection(LiveSchema live, Findings findings) {}
