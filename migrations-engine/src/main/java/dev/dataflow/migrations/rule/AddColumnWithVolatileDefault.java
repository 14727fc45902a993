package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A column comes with a default that is another value for each row. */
final class AddColumnWithVolatileDefault extends OperationRule {

    AddColumnWithVolatileDefault() {
        super(
                "add-column-volatile-default",
                "a column comes with a default that is computed for each row",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, PERFORMANCE, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra timestamptz DEFAULT clock_timestamp()",
                                Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn(
                                "functions of another value each time, as UUID and RAND, which are refused where there is a "
                                        + "binary log")
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT DEFAULT (plain + 2)", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra VARCHAR(36) DEFAULT (UUID())", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .recipe("the column as NULL, then its default, then values in batches, then NOT NULL")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra VARCHAR(36) DEFAULT (UUID())",
                                Evidence.DOCUMENTED),
                sqlite(NONE)
                        .failsOn("always, where there are rows")
                        .refused("non-constant default")
                        .recipe("the column without a default, then values; or the table made anew")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra TEXT DEFAULT CURRENT_TIMESTAMP", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && AddedColumn.hasVolatileDefault(occurrence);
    }
}
