package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** What no other rule knows counts as the worst. */
final class UnknownStatement extends OperationRule {

    private static final String RECIPE = "read what it does in the database's manual";

    private final Locks others;

    UnknownStatement(Locks others) {
        super(
                "unknown-statement",
                "a statement that no rule knows: it counts as one that locks and rewrites",
                Level.HIGH,
                Map.of(AVAILABILITY, 70, DATA_LOSS, 20, ROLLBACK, 50),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .irreversible()
                        .recipe(RECIPE)
                        .shownBy("ALTER TABLE orders NO_SUCH_CLAUSE", Evidence.DOCUMENTED),
                mySql(Lock.COPY, REWRITE)
                        .irreversible()
                        .recipe(RECIPE)
                        .shownBy("ALTER TABLE orders NO_SUCH_CLAUSE", Evidence.DOCUMENTED),
                mariaDb(Lock.COPY, REWRITE)
                        .irreversible()
                        .recipe(RECIPE)
                        .shownBy("ALTER TABLE orders NO_SUCH_CLAUSE", Evidence.DOCUMENTED),
                sqlite(REWRITE)
                        .irreversible()
                        .recipe(RECIPE)
                        .shownBy("ALTER TABLE orders NO_SUCH_CLAUSE", Evidence.DOCUMENTED));
        this.others = others;
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return !occurrence.is(Action.SESSION, Action.QUERY)
                && others.of(occurrence).isEmpty();
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
