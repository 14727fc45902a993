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
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A primary key comes. */
final class AddPrimaryKey extends OperationRule {

    AddPrimaryKey() {
        super(
                "add-primary-key",
                "a primary key comes",
                Level.HIGH,
                Map.of(AVAILABILITY, 80, DEPENDENCIES, 10),
                postgres(Lock.ACCESS_EXCLUSIVE, INDEX_BUILD)
                        .failsOn("duplicates and NULL")
                        .recipe("NOT NULL by a check, a unique index CONCURRENTLY, then the key USING INDEX")
                        .shownBy("ALTER TABLE lines ADD PRIMARY KEY (id)", Verified.POSTGRESQL),
                mySql(Lock.INPLACE, REWRITE)
                        .failsOn("duplicates and NULL")
                        .recipe("when little is written: all indexes are built anew")
                        .shownBy("ALTER TABLE `lines` ADD PRIMARY KEY (id)", Verified.MYSQL),
                mariaDb(Lock.INPLACE, REWRITE)
                        .failsOn("duplicates and NULL")
                        .recipe("when little is written: all indexes are built anew")
                        .shownBy("ALTER TABLE `lines` ADD PRIMARY KEY (id)", Verified.MARIADB),
                sqlite(REWRITE)
                        .failsOn("duplicates; NULL becomes a number in an INTEGER key, and stays in others")
                        .recipe("the table is made anew")
                        .shownBy(
                                "CREATE TABLE dataflow_new_lines (id INTEGER PRIMARY KEY, txt TEXT); INSERT INTO "
                                        + "dataflow_new_lines SELECT id, txt FROM lines; DROP TABLE lines; ALTER TABLE dataflow_new_lines "
                                        + "RENAME TO lines",
                                Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_PRIMARY_KEY) && !occurrence.has(Trait.USING_INDEX);
    }
}
