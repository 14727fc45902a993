package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** SQLite: a table is made anew, filled and put in the place of the old one. */
final class RebuildTable extends OperationRule {

    RebuildTable() {
        super(
                "rebuild-table",
                "a table is made anew and filled",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 60, ROLLBACK, 10),
                sqlite(REWRITE)
                        .failsOn("rows that the new table does not take")
                        .recipe(
                                "foreign keys off before the transaction, foreign_key_check before its end; nobody else writes "
                                        + "to the file meanwhile")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT, total TEXT); INSERT INTO "
                                        + "dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP TABLE orders; "
                                        + "ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.REBUILD_TABLE);
    }
}
