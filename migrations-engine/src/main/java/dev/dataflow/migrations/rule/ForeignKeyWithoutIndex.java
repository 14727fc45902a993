package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** No index begins with the columns of a foreign key, so each delete of a row that it points to reads the whole table. */
final class ForeignKeyWithoutIndex extends OperationRule {

    ForeignKeyWithoutIndex() {
        super(
                "foreign-key-without-index",
                "no index begins with the columns of a foreign key",
                Level.MEDIUM,
                Map.of(PERFORMANCE, 45),
                postgres(Lock.ROW_EXCLUSIVE, SCAN)
                        .other(Lock.ROW_SHARE)
                        .recipe("an index over its columns before the foreign key, CONCURRENTLY")
                        .shownBy("DELETE FROM customers WHERE id = 400", Verified.POSTGRESQL),
                sqlite(NONE)
                        .recipe("an index over its columns")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra INTEGER REFERENCES shops (id)",
                                Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_FOREIGN_KEY) && ForeignKeyIndexes.isMissing(occurrence);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
