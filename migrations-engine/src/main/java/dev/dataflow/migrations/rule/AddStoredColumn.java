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
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that is computed and stored. */
final class AddStoredColumn extends OperationRule {

    AddStoredColumn() {
        super(
                "add-column-stored",
                "a computed column comes that is stored",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, PERFORMANCE, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .failsOn("rows of which the expression cannot be computed")
                        .recipe("a plain column, kept by a trigger and filled in batches")
                        .shownBy(
                                "ALTER TABLE orders ADD COLUMN extra int GENERATED ALWAYS AS (plain + 1) STORED",
                                Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("rows of which the expression cannot be computed")
                        .recipe("a VIRTUAL one, with an index if it is searched")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT AS (plain + 1) STORED", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("rows of which the expression cannot be computed")
                        .recipe("a VIRTUAL one")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT AS (plain + 1) STORED", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("rows of which the expression cannot be computed")
                        .recipe("a VIRTUAL one")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT AS (plain + 1) STORED", Evidence.DOCUMENTED),
                sqlite(NONE)
                        .failsOn("always")
                        .refused("STORED column")
                        .recipe("a VIRTUAL one, or the table made anew")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER AS (plain + 1) STORED", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && occurrence.has(Trait.STORED);
    }
}
