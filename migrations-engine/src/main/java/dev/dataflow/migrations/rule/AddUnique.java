package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A unique constraint comes, and its index is built while nobody reads or writes. */
final class AddUnique extends OperationRule {

    AddUnique() {
        super(
                "add-unique",
                "a unique constraint comes",
                Level.HIGH,
                Map.of(AVAILABILITY, 75, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .failsOn("duplicates")
                        .recipe("a unique index CONCURRENTLY, then the constraint USING INDEX")
                        .shownBy(
                                "ALTER TABLE orders ADD CONSTRAINT orders_once UNIQUE (id, total)",
                                Verified.POSTGRESQL),
                sqlite(REWRITE)
                        .failsOn("duplicates")
                        .recipe("a unique index instead")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT UNIQUE, total TEXT); "
                                        + "INSERT INTO dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP "
                                        + "TABLE orders; ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_UNIQUE) && !occurrence.has(Trait.USING_INDEX);
    }
}
