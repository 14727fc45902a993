package dev.dataflow.migrations.rule;

import static dev.dataflow.migrations.rule.Category.AVAILABILITY;
import static dev.dataflow.migrations.rule.ClaimBuilder.mariaDb;
import static dev.dataflow.migrations.rule.ClaimBuilder.mySql;
import static dev.dataflow.migrations.rule.ClaimBuilder.postgres;
import static dev.dataflow.migrations.rule.ClaimBuilder.sqlite;
import static dev.dataflow.migrations.rule.Work.NONE;
import static dev.dataflow.migrations.rule.Work.REWRITE;

import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Trait;
import java.util.Map;

/** A column comes that points to another table. */
final class AddReferencingColumn extends OperationRule {

    AddReferencingColumn() {
        super(
                "add-column-references",
                "a column comes that points to another table",
                Level.MEDIUM,
                Map.of(AVAILABILITY, 20),
                postgres(Lock.ACCESS_EXCLUSIVE, NONE)
                        .other(Lock.SHARE_ROW_EXCLUSIVE)
                        .recipe("the column, then the foreign key NOT VALID in a transaction of its own")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra int REFERENCES shops", Verified.POSTGRESQL),
                mySql(Lock.INSTANT, NONE)
                        .below("9.0")
                        .failsOn("nothing: MySQL reads REFERENCES behind a column and forgets it")
                        .recipe("FOREIGN KEY as a clause of its own")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT REFERENCES shops (id)", Verified.MYSQL),
                mariaDb(Lock.COPY_ONLINE, REWRITE)
                        .from("11.2")
                        .recipe("the column, which is INSTANT, then the foreign key")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT REFERENCES shops (id)", Verified.MARIADB),
                mariaDb(Lock.COPY, REWRITE)
                        .below("11.2")
                        .recipe("the column, which is INSTANT, then the foreign key")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INT REFERENCES shops (id)", Evidence.DOCUMENTED),
                sqlite(NONE)
                        .failsOn("a default, when foreign keys are on")
                        .shownBy("ALTER TABLE orders ADD COLUMN extra INTEGER REFERENCES shops (id)", Verified.SQLITE));
    }

    @Override
    boolean covers(Occurrence occurrence) {
        return occurrence.is(Action.ADD_COLUMN) && occurrence.has(Trait.REFERENCES);
    }
}
