package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A trigger comes, or is switched on or off. */
final class CreateTrigger extends OperationRule {

    CreateTrigger() {
        super(
                "create-trigger",
                "a trigger comes, or is switched on or off",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 30),
                postgres(Lock.SHARE_ROW_EXCLUSIVE, NONE)
                        .recipe("a lock_timeout of seconds")
                        .shownBy(
                                "CREATE TRIGGER orders_before BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touched()",
                                Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .recipe("a lock_wait_timeout of seconds")
                        .shownBy(
                                "CREATE TRIGGER orders_before BEFORE UPDATE ON orders FOR EACH ROW SET NEW.note = NEW.note",
                                Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .recipe("a lock_wait_timeout of seconds")
                        .shownBy(
                                "CREATE TRIGGER orders_before BEFORE UPDATE ON orders FOR EACH ROW SET NEW.note = NEW.note",
                                Verified.MARIADB),
                sqlite(NONE)
                        .shownBy(
                                "CREATE TRIGGER orders_before BEFORE UPDATE ON orders BEGIN SELECT 1; END",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_TRIGGER);
    }
}
