package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** MySQL and MariaDB: a FULLTEXT or SPATIAL index is built, and writing waits. */
final class CreateSpecialIndex extends OperationRule {

    CreateSpecialIndex() {
        super(
                "create-special-index",
                "a FULLTEXT or SPATIAL index is built",
                Level.HIGH,
                Map.of(AVAILABILITY, 75),
                mySql(Lock.INPLACE_SHARED, REWRITE)
                        .recipe("one at a time, when little is written; the first one makes the table anew")
                        .shownBy("ALTER TABLE `lines` ADD FULLTEXT INDEX lines_text (txt)", Verified.MYSQL),
                mariaDb(Lock.INPLACE_SHARED, REWRITE)
                        .recipe("one at a time, when little is written; the first one makes the table anew")
                        .shownBy("ALTER TABLE `lines` ADD FULLTEXT INDEX lines_text (txt)", Verified.MARIADB));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_INDEX) && occurrence.has(Trait.SPECIAL_INDEX);
    }
}
