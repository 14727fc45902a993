package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A column gets another name: what uses the old one breaks at once. */
final class RenameColumn extends OperationRule {

    RenameColumn() {
        super(
                "rename-column",
                "a column gets another name",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 12, DEPENDENCIES, 65, ROLLBACK, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "a second column, kept alike for one release; functions with text bodies fail when they are "
                                        + "called")
                        .shownBy("ALTER TABLE orders RENAME COLUMN note TO remark", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .from("8.0.28")
                        .recipe(
                                "a second column, kept alike for one release; views, triggers and routines fail when they are "
                                        + "used")
                        .shownBy("ALTER TABLE orders RENAME COLUMN note TO remark", Verified.MYSQL),
                mySql(Lock.INPLACE, NONE)
                        .below("8.0.28")
                        .recipe("a second column, kept alike for one release")
                        .shownBy("ALTER TABLE orders RENAME COLUMN note TO remark", Evidence.DOCUMENTED),
                mariaDb(Lock.INSTANT, NONE)
                        .recipe(
                                "a second column, kept alike for one release; views, triggers and routines fail when they are "
                                        + "used")
                        .shownBy("ALTER TABLE orders RENAME COLUMN note TO remark", Verified.MARIADB),
                sqlite(NONE)
                        .failsOn("views and triggers that are broken already")
                        .recipe("stop the programs that use the old name")
                        .shownBy("ALTER TABLE orders RENAME COLUMN note TO remark", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.RENAME_COLUMN);
    }
}
