package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A constraint goes, and the text does not say of which kind. */
final class DropConstraint extends OperationRule {

    DropConstraint() {
        super(
                "drop-constraint",
                "a constraint goes of which the kind is not known",
                Level.HIGH,
                Map.of(AVAILABILITY, 20, DEPENDENCIES, 30, ROLLBACK, 40),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .recipe(
                                "a lock_timeout of seconds, and try again: who waits for this lock keeps out all that come later")
                        .shownBy("ALTER TABLE orders DROP CONSTRAINT orders_customer", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .recipe("DROP FOREIGN KEY, DROP CHECK or DROP INDEX, which say what goes")
                        .shownBy("ALTER TABLE drafts DROP CONSTRAINT `PRIMARY`", Evidence.DOCUMENTED),
                mariaDb(Lock.COPY, REWRITE)
                        .recipe("DROP FOREIGN KEY or DROP INDEX, which say what goes")
                        .shownBy("ALTER TABLE drafts DROP CONSTRAINT `PRIMARY`", Evidence.DOCUMENTED),
                sqlite(NONE).from("3.53").shownBy("ALTER TABLE orders DROP CONSTRAINT orders_known", Verified.SQLITE),
                sqlite(NONE)
                        .below("3.53")
                        .failsOn("always")
                        .refused("error")
                        .recipe("the table is made anew")
                        .shownBy("ALTER TABLE orders DROP CONSTRAINT orders_known", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_CONSTRAINT) && !occurrence.has(Trait.CASCADE);
    }
}
