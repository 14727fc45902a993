package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;
import static dev.dataflow.migrations.rule.Work.SCAN;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes with a check. */
final class AddCheckedColumn extends OperationRule {

    AddCheckedColumn() {
        super(
                "add-column-check",
                "a column comes with a check",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 45),
                postgres(Lock.ACCESS_EXCLUSIVE, SCAN)
                        .failsOn("rows that do not meet it")
                        .recipe("the column, then the check NOT VALID, then VALIDATE")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra int CHECK (extra > 0)", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("rows that do not meet it")
                        .recipe("the column without it; a check copies the table")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT CHECK (extra > 0)", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE)
                        .failsOn("nothing: it holds for rows to come")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT CHECK (extra > 0)", Verified.MARIADB),
                sqlite(SCAN)
                        .from("3.37")
                        .failsOn("rows that do not meet it")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER CHECK (total >= 0)", Verified.SQLITE),
                sqlite(NONE)
                        .below("3.37")
                        .failsOn("nothing: rows that are there are not looked at")
                        .recipe("look for rows that do not meet it")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER CHECK (total >= 0)", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && occurrence.has(Trait.CHECK);
    }
}
