package dev.dataflow.cli.command;

import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.Unmodelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two schemas and what differs. The database stays open, for whoever wants to know more.
 *
 * @param diff what differs
 * @param database the database that was looked at; null for none
 * @param before where the first schema comes from
 * @param after where the second schema comes from
 * @param remarks what was left out, and why
 * @param unmodelled what models' tables have and no model does
 */
record Comparison(
        SchemaDiff diff,
        @Nullable DatabaseAccess database,
        String before,
        String after,
        List<String> remarks,
        List<Unmodelled> unmodelled)
        implements AutoCloseable {

    /** Copies the lists. */
    Comparison {
        remarks = List.copyOf(remarks);
        unmodelled = List.copyOf(unmodelled);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
