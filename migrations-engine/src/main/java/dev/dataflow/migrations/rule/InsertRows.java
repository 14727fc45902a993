package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** Rows come. */
final class InsertRows extends OperationRule {

    InsertRows() {
        super(
                "insert-rows",
                "rows come",
                Level.LOW,
                Map.of(PERFORMANCE, 10),
                postgres(Lock.ROW_EXCLUSIVE, NONE).shownBy("INSERT INTO drafts (id) VALUES (1)", Verified.POSTGRESQL),
                mySql(Lock.ROWS, NONE).shownBy("INSERT INTO drafts (id) VALUES (1000)", Verified.MYSQL),
                mariaDb(Lock.ROWS, NONE).shownBy("INSERT INTO drafts (id) VALUES (1000)", Verified.MARIADB),
                sqlite(NONE).shownBy("INSERT INTO shops (id, name) VALUES (1000, 'x')", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.INSERT);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
