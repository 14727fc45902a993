package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** SQLite: a table that others point to is dropped while foreign keys are on. */
final class RebuildWithForeignKeys extends OperationRule {

    RebuildWithForeignKeys() {
        super(
                "rebuild-with-foreign-keys",
                "a table is made anew while foreign keys are on: rows of tables that point to it are deleted",
                Level.CRITICAL,
                Map.of(DATA_LOSS, 100, ROLLBACK, 90),
                sqlite(REWRITE)
                        .loses("rows of tables that point to it with ON DELETE CASCADE")
                        .irreversible()
                        .recipe("PRAGMA foreign_keys = OFF before the transaction begins: inside it does nothing")
                        .shownBy(
                                "PRAGMA foreign_keys = OFF; DROP VIEW active_shops; CREATE TABLE dataflow_new_shops (id INTEGER "
                                        + "PRIMARY KEY, name TEXT); INSERT INTO dataflow_new_shops (id, name) SELECT id, name FROM shops; "
                                        + "DROP TABLE shops; ALTER TABLE dataflow_new_shops RENAME TO shops",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REBUILD_TABLE)
                && !occurrence.context().isPlanned()
                && occurrence.earlier().stream().noneMatch(RebuildWithForeignKeys::switchesOff);
    }

    /** Inside of a transaction the setting does nothing. */
    private static boolean switchesOff(Occurrence earlier) {
        return earlier.statement().transaction() == 0
                && earlier.statement().sql().matches("(?is)pragma\\s+foreign_keys\\s*(=|\\()\\s*(off|0|false|no)\\b.*");
    }
}
