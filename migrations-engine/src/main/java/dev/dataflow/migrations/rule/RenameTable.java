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

/** A table gets another name or schema: what uses the old one breaks at once. */
final class RenameTable extends OperationRule {

    RenameTable() {
        super(
                "rename-table",
                "a table gets another name or schema",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 15, DEPENDENCIES, 75, ROLLBACK, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .recipe(
                                "in the same transaction a view with the old name that can be written through; drop it when "
                                        + "nobody uses it any more")
                        .shownBy("ALTER TABLE lines RENAME TO items", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .recipe("a view with the old name; views, routines and rights on the table keep the old one")
                        .shownBy("RENAME TABLE `lines` TO items", Verified.MYSQL),
                mariaDb(Lock.METADATA, NONE)
                        .recipe("a view with the old name; views, routines and rights on the table keep the old one")
                        .shownBy("RENAME TABLE `lines` TO items", Verified.MARIADB),
                sqlite(NONE)
                        .failsOn("views and triggers that are broken already")
                        .recipe("stop the programs that use the old name")
                        .shownBy("ALTER TABLE lines RENAME TO items", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.RENAME_TABLE);
    }
}
