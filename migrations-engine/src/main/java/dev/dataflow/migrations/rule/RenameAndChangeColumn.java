package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DATA_LOSS;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** MySQL and MariaDB: CHANGE gives a column another name and says it anew. */
final class RenameAndChangeColumn extends OperationRule {

    RenameAndChangeColumn() {
        super(
                "rename-and-change-column",
                "a column gets another name and is said anew",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, DATA_LOSS, 40, DEPENDENCIES, 65),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe("RENAME COLUMN, which is INSTANT, and MODIFY, one by one")
                        .shownBy("ALTER TABLE orders CHANGE plain other BIGINT", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe("RENAME COLUMN, which is INSTANT, and MODIFY, one by one")
                        .shownBy("ALTER TABLE orders CHANGE plain other BIGINT", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("values that do not fit")
                        .irreversible()
                        .recipe("RENAME COLUMN, which is INSTANT, and MODIFY, one by one")
                        .shownBy("ALTER TABLE orders CHANGE plain other BIGINT", Evidence.DOCUMENTED));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.has(Trait.RENAMED);
    }
}
