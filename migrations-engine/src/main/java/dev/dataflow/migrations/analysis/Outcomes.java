package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ReferentialAction;

/** What a database does to dependants; {@code DependencyOutcomesTest} has each of these facts happen. */
interface Outcomes {

    /** The facts of a database. */
    static Outcomes of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> new PostgresOutcomes();
            case MYSQL -> new MySqlOutcomes(engine == DatabaseEngine.MARIADB);
            case SQLITE -> new SqliteOutcomes();
        };
    }

    /** What happens to what depends directly on what an operation changes. */
    Outcome of(Operation operation, Link link);

    /** What happens to what depends on a view or routine to which this happens. */
    Outcome behind(Outcome outcome, Link link);

    /**
     * What happens to rows that point to rows that are deleted.
     *
     * @param nullable whether the columns that point there may be NULL
     */
    Outcome onDelete(ReferentialAction action, boolean nullable);

    /** What happens where a foreign key points to a table that is truncated. */
    Outcome onTruncate(ReferentialAction action);
}
