package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** How a column is counted up changes. */
final class ChangeIdentity extends OperationRule {

    ChangeIdentity() {
        super(
                "change-identity",
                "how a column is counted up changes",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 12, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe("set the sequence behind the largest number that is there")
                        .shownBy(
                                "ALTER TABLE drafts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY",
                                Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("a 0 that is there and becomes a number which is there, too")
                        .shownBy("ALTER TABLE drafts MODIFY id INT NOT NULL AUTO_INCREMENT", Verified.MYSQL),
                mariaDb(Lock.COPY, REWRITE)
                        .failsOn("a 0 that is there and becomes a number which is there, too")
                        .shownBy("ALTER TABLE drafts MODIFY id INT NOT NULL AUTO_INCREMENT", Verified.MARIADB),
                sqlite(REWRITE)
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT, total TEXT); INSERT INTO "
                                        + "dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; DROP TABLE orders; "
                                        + "ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_IDENTITY);
    }
}
