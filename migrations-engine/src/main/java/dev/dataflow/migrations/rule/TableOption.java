package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A comment, statistics or a fill factor: nothing that is stored changes. */
final class TableOption extends OperationRule {

    TableOption() {
        super(
                "table-option",
                "what is said of a table changes, nothing that is stored",
                Level.LOW,
                Map.of(AVAILABILITY, 3),
                postgres(Lock.SHARE_UPDATE_EXCLUSIVE, NONE)
                        .shownBy("COMMENT ON TABLE orders IS 'of customers'", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, NONE).shownBy("ALTER TABLE orders COMMENT = 'of customers'", Verified.MYSQL),
                mariaDb(Lock.INSTANT, NONE).shownBy("ALTER TABLE orders COMMENT = 'of customers'", Verified.MARIADB),
                sqlite(REWRITE)
                        .recipe("the table is made anew")
                        .shownBy(
                                "ALTER TABLE orders RENAME TO old; CREATE TABLE orders2 AS SELECT * FROM old; DROP TABLE old",
                                Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.SET_TABLE_OPTION);
    }
}
