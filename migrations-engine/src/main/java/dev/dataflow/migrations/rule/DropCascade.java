package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** Something goes, and all that depends on it. */
final class DropCascade extends OperationRule {

    DropCascade() {
        super(
                "drop-cascade",
                "CASCADE takes along what depends on it",
                Level.CRITICAL,
                Map.of(AVAILABILITY, 30, DATA_LOSS, 100, DEPENDENCIES, 90, ROLLBACK, 95),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.ACCESS_EXCLUSIVE)
                        .loses("the rows, and views, foreign keys and whatever else depends on it")
                        .irreversible()
                        .recipe("drop what depends on it by name, so that nothing goes that you did not mean")
                        .shownBy("DROP TABLE shops CASCADE", Verified.POSTGRESQL),
                mySql(Lock.METADATA, NONE)
                        .loses("all tables of the database with their rows")
                        .irreversible()
                        .recipe("drop tables by name")
                        .shownBy("DROP DATABASE shop", Evidence.DOCUMENTED),
                mariaDb(Lock.METADATA, NONE)
                        .loses("all tables of the database with their rows")
                        .irreversible()
                        .recipe("drop tables by name")
                        .shownBy("DROP DATABASE shop", Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.has(Trait.CASCADE);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
