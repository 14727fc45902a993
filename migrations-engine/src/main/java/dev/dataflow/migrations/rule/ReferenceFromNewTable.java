package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A new table points to one that is there, which is locked for it. */
final class ReferenceFromNewTable extends OperationRule {

    ReferenceFromNewTable() {
        super(
                "reference-from-new-table",
                "a table that comes points to one that is there",
                Level.LOW,
                Map.of(AVAILABILITY, 15),
                postgres(Lock.NONE, NONE)
                        .other(Lock.SHARE_ROW_EXCLUSIVE)
                        .recipe("a lock_timeout of seconds: writers of the other table wait behind it")
                        .shownBy(
                                "CREATE TABLE extra (id int PRIMARY KEY, shop_id int REFERENCES shops)",
                                Verified.POSTGRESQL),
                mySql(Lock.NONE, NONE)
                        .other(Lock.METADATA)
                        .recipe("a lock_wait_timeout of seconds")
                        .shownBy(
                                "CREATE TABLE extra (id int PRIMARY KEY, shop_id int, FOREIGN KEY (shop_id) REFERENCES shops "
                                        + "(id))",
                                Verified.MYSQL),
                mariaDb(Lock.NONE, NONE)
                        .shownBy(
                                "CREATE TABLE extra (id int PRIMARY KEY, shop_id int, FOREIGN KEY (shop_id) REFERENCES shops "
                                        + "(id))",
                                Verified.MARIADB),
                sqlite(NONE)
                        .shownBy(
                                "CREATE TABLE extra (id INTEGER PRIMARY KEY, shop_id INTEGER REFERENCES shops (id))",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.isOfNewTable() && occurrence.is(Action.ADD_FOREIGN_KEY);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
