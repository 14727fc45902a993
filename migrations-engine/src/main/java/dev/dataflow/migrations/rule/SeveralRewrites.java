package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.PERFORMANCE;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import java.util.Map;

/** A table is written anew more than once. */
final class SeveralRewrites extends OperationRule {

    private final Locks locks;

    SeveralRewrites(Locks locks) {
        super(
                "several-rewrites",
                "a table is written anew several times",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 40, PERFORMANCE, 30),
                postgres(Lock.ACCESS_EXCLUSIVE, REWRITE)
                        .recipe("one ALTER TABLE with all clauses: the table is written once")
                        .shownBy(
                                "ALTER TABLE orders ALTER COLUMN plain TYPE bigint; ALTER TABLE orders ALTER COLUMN number TYPE "
                                        + "bigint",
                                Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .recipe("one ALTER TABLE with all clauses: the table is written once")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .recipe("one ALTER TABLE with all clauses: the table is written once")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .recipe("one ALTER TABLE with all clauses: the table is written once")
                        .shownBy("ALTER TABLE orders MODIFY plain BIGINT", Evidence.DOCUMENTED));
        this.locks = locks;
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return Work.REWRITE == locks.of(occurrence).map(Claim::work).orElse(null)
                && occurrence.earlier().stream()
                        .filter(earlier -> earlier.statement() != occurrence.statement())
                        .filter(earlier -> earlier.tableName().equals(occurrence.tableName()))
                        .anyMatch(earlier -> Work.REWRITE
                                == locks.of(earlier).map(Claim::work).orElse(null));
    }
}
