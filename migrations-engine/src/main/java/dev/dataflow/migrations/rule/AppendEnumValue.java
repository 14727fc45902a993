package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** MySQL and MariaDB: a value comes behind the others of a column's enum or set. */
final class AppendEnumValue extends OperationRule {

    AppendEnumValue() {
        super(
                "append-enum-value",
                "a value comes behind the others of an enum",
                Level.HIGH,
                Map.of(AVAILABILITY, 10, DEPENDENCIES, 10, ROLLBACK, 20),
                mySql(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a copy is refused")
                        .shownBy(
                                "ALTER TABLE customers MODIFY state ENUM('new','old','gone') NOT NULL", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe("ALGORITHM=INSTANT, so that a copy is refused")
                        .shownBy(
                                "ALTER TABLE customers MODIFY state ENUM('new','old','gone') NOT NULL",
                                Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE) && ColumnTypes.is(occurrence, TypeTransition.APPENDED);
    }
}
