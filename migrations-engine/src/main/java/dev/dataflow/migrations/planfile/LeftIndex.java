package dev.dataflow.migrations.planfile;

import dev.dataflow.migrations.plan.Cleanup;

/** What is left of an index of PostgreSQL that could not be built, and would be in the way when a file is run again. */
final class LeftIndex {

    private LeftIndex() {}

    /**
     * A block that drops it, if it is there. A block has a transaction, so it is not dropped concurrently: it waits for its lock no
     * longer than other steps do.
     */
    static String dropped(Cleanup cleanup) {
        StringBuilder block = new StringBuilder("DO $dataflow$\nBEGIN\n  IF EXISTS (")
                .append(cleanup.query())
                .append(") THEN\n    PERFORM set_config('lock_timeout', '5000', true);\n");
        for (String statement : cleanup.statements()) {
            block.append("    ")
                    .append(statement.replaceFirst("CONCURRENTLY ", ""))
                    .append(";\n");
        }
        return block.append("  END IF;\nEND\n$dataflow$").toString();
    }
}
