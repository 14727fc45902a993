package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;

import dev.dataflow.migrations.statement.Action;
import java.util.Map;

/** A table comes. */
final class CreateTable extends OperationRule {

    CreateTable() {
        super(
                "create-table",
                "a table comes",
                Level.LOW,
                Map.of(AVAILABILITY, 1),
                postgres(Lock.NONE, NONE).shownBy("CREATE TABLE extra (id int PRIMARY KEY)", Verified.POSTGRESQL),
                mySql(Lock.NONE, NONE).shownBy("CREATE TABLE extra (id int PRIMARY KEY)", Verified.MYSQL),
                mariaDb(Lock.NONE, NONE).shownBy("CREATE TABLE extra (id int PRIMARY KEY)", Verified.MARIADB),
                sqlite(NONE).shownBy("CREATE TABLE extra (id INTEGER PRIMARY KEY)", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.CREATE_TABLE);
    }

    @Override
    boolean coversNewTables() {
        return true;
    }
}
