package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.Category.ROLLBACK;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A type, sequence, function or schema goes. */
final class DropObject extends OperationRule {

    DropObject() {
        super(
                "drop-object",
                "a type, sequence or function goes",
                Level.HIGH,
                Map.of(DEPENDENCIES, 60, ROLLBACK, 20),
                postgres(Lock.NONE, NONE)
                        .failsOn("what depends on it, as far as the catalog knows")
                        .loses("where a sequence stood")
                        .recipe("look into bodies of functions, which are text")
                        .shownBy("DROP FUNCTION unused()", Verified.POSTGRESQL),
                mySql(Lock.NONE, NONE)
                        .recipe("look into bodies of routines, which are text")
                        .shownBy("DROP FUNCTION unused", Verified.MYSQL),
                mariaDb(Lock.NONE, NONE)
                        .recipe("look into bodies of routines, which are text")
                        .shownBy("DROP FUNCTION unused", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.DROP_OBJECT) && !occurrence.has(Trait.CASCADE);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
