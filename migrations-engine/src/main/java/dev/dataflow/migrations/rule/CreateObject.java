package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A type, sequence, function, right or schema comes or changes, and no rows are touched. */
final class CreateObject extends OperationRule {

    CreateObject() {
        super(
                "create-object",
                "a type, sequence, function or right comes or changes",
                Level.LOW,
                Map.of(DEPENDENCIES, 10),
                postgres(Lock.NONE, NONE).shownBy("CREATE SEQUENCE numbers", Verified.POSTGRESQL),
                mySql(Lock.NONE, NONE)
                        .shownBy("CREATE FUNCTION one() RETURNS INT DETERMINISTIC RETURN 1", Verified.MYSQL),
                mariaDb(Lock.NONE, NONE).shownBy("CREATE SEQUENCE numbers", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_OBJECT);
    }
}
