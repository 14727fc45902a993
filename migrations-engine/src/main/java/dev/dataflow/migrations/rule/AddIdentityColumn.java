package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that the database counts up. */
final class AddIdentityColumn extends OperationRule {

    AddIdentityColumn() {
        super(
                "add-column-identity",
                "a column comes that is counted up",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, PERFORMANCE, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .recipe("a column that may be NULL, numbers in batches and by a trigger, a unique index made "
                                + "concurrently")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra bigint GENERATED ALWAYS AS IDENTITY",
                                Verified.POSTGRESQL),
                mySql(Lock.INPLACE_SHARED, REWRITE)
                        .recipe("another table that is filled while others write; replicas may number otherwise")
                        .shownBy(
                                "ALTER TABLE `lines` ADD COLUMN extra INT NOT NULL AUTO_INCREMENT UNIQUE",
                                Verified.MYSQL),
                mariaDb(Lock.INPLACE_SHARED, REWRITE)
                        .recipe("another table that is filled while others write; replicas may number otherwise")
                        .shownBy(
                                "ALTER TABLE `lines` ADD COLUMN extra INT NOT NULL AUTO_INCREMENT UNIQUE",
                                Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && occurrence.has(Trait.IDENTITY);
    }
}
