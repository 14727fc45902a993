package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Column;

/** Columns that are computed no longer. */
final class ComputedColumns {

    private ComputedColumns() {}

    /**
     * Whether a column can keep what was computed. Where only what is read is computed, nothing is there to be kept; on SQLite the
     * table is made anew, with its values.
     */
    static boolean keepsValues(DatabaseEngine engine, Column before, Column after) {
        return engine.family() != EngineFamily.SQLITE
                && before.generated() != null
                && before.generated().stored()
                && after.generated() == null;
    }
}
