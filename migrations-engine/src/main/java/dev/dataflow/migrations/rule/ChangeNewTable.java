package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** Something of a table that comes with the same plan: nobody uses it yet. */
final class ChangeNewTable extends OperationRule {

    ChangeNewTable() {
        super(
                "change-new-table",
                "something of a table that comes with the same plan",
                Level.LOW,
                Map.of(AVAILABILITY, 1),
                postgres(Lock.NONE, NONE)
                        .shownBy(
                                "CREATE TABLE extra (id int); ALTER TABLE extra ADD COLUMN name text NOT NULL",
                                Verified.POSTGRESQL),
                mySql(Lock.NONE, NONE)
                        .shownBy(
                                "CREATE TABLE extra (id int); ALTER TABLE extra ADD COLUMN name int NOT NULL",
                                Verified.MYSQL),
                mariaDb(Lock.NONE, NONE)
                        .shownBy(
                                "CREATE TABLE extra (id int); ALTER TABLE extra ADD COLUMN name int NOT NULL",
                                Verified.MARIADB),
                sqlite(NONE)
                        .shownBy("CREATE TABLE extra (id int); CREATE INDEX extra_id ON extra (id)", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.isOfNewTable()
                && !occurrence.is(
                        Action.CREATE_TABLE, Action.ADD_FOREIGN_KEY, Action.DROP_TABLE, Action.TRUNCATE_TABLE);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
