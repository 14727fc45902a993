package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column goes that a view, an index or a check uses. */
final class DropColumnInUse extends OperationRule {

    DropColumnInUse() {
        super(
                "drop-column-in-use",
                "a column goes that something else uses",
                Level.MEDIUM,
                Map.of(DEPENDENCIES, 60),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .failsOn("always")
                        .refused("other objects depend on it")
                        .recipe("drop the views and make them again without it, in the same transaction")
                        .shownBy("ALTER TABLE shops DROP COLUMN name", Verified.POSTGRESQL),
                mySql(Lock.COPY, NONE)
                        .failsOn("always")
                        .refused("hence column cannot be dropped")
                        .recipe("drop the check first")
                        .shownBy("ALTER TABLE orders DROP COLUMN shop_id", Verified.MYSQL),
                mariaDb(Lock.COPY, NONE)
                        .failsOn("always")
                        .refused("Unknown column")
                        .recipe("drop the check first")
                        .shownBy("ALTER TABLE orders DROP COLUMN shop_id", Verified.MARIADB),
                sqlite(NONE)
                        .failsOn("always")
                        .refused("error in index")
                        .recipe("drop the index or view first, or make the table anew")
                        .shownBy("ALTER TABLE orders DROP COLUMN plain", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_COLUMN) && !occurrence.has(Trait.CASCADE) && Dependants.refuseDrop(occurrence);
    }
}
