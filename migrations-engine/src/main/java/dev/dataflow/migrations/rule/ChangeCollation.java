package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.Category.DEPENDENCIES;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.INDEX_BUILD;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A column is compared and sorted otherwise, and its indexes are built anew. */
final class ChangeCollation extends OperationRule {

    ChangeCollation() {
        super(
                "change-collation",
                "a collation changes",
                Level.HIGH,
                Map.of(AVAILABILITY, 65, DEPENDENCIES, 20),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .failsOn("values that become equal in a unique index")
                        .recipe("a second index CONCURRENTLY with the collation, and COLLATE in queries")
                        .shownBy(
                                "ALTER TABLE customers ALTER COLUMN name TYPE text COLLATE \"C\"", Verified.POSTGRESQL),
                mySql(Lock.COPY, REWRITE)
                        .failsOn("values that become equal in a unique index")
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy("ALTER TABLE customers MODIFY name VARCHAR(100) COLLATE utf8mb4_bin", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .failsOn("values that become equal in a unique index")
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy(
                                "ALTER TABLE customers MODIFY name VARCHAR(100) COLLATE utf8mb4_bin", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .failsOn("values that become equal in a unique index")
                        .recipe(
                                "a second column, kept alike by the programs or a trigger, filled in batches, then put in the "
                                        + "place of the first")
                        .shownBy(
                                "ALTER TABLE customers MODIFY name VARCHAR(100) COLLATE utf8mb4_bin",
                                Evidence.DOCUMENTED),
                sqlite(REWRITE)
                        .failsOn("values that become equal in a unique index")
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_orders (id INTEGER PRIMARY KEY, note TEXT COLLATE NOCASE, total "
                                        + "TEXT); INSERT INTO dataflow_new_orders (id, note, total) SELECT id, note, total FROM orders; "
                                        + "DROP TABLE orders; ALTER TABLE dataflow_new_orders RENAME TO orders",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ALTER_TYPE)
                && ColumnTypes.is(occurrence, TypeTransition.COLLATED)
                && !ColumnTypes.isOfForeignKey(occurrence);
    }
}
