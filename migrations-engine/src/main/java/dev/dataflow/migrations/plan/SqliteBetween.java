package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import java.util.List;

/** A table of SQLite as it is between the phases: as it is to be, and with what goes last. */
final class SqliteBetween {

    private SqliteBetween() {}

    static Table of(Table after, List<Change> contract) {
        TableBuilder table = after.edit();
        for (Change change : contract) {
            if (change instanceof ColumnChange.Drop drop && drop.table().equals(after.name())) {
                table.column(drop.column());
            } else if (change instanceof PrimaryKeyChange.Drop drop
                    && drop.table().equals(after.name())) {
                table.primaryKey(drop.key());
            } else if (change instanceof UniqueKeyChange.Drop drop
                    && drop.table().equals(after.name())) {
                table.unique(drop.key());
            } else if (change instanceof IndexChange.Drop drop && drop.table().equals(after.name())) {
                table.index(drop.index());
            } else if (change instanceof ForeignKeyChange.Drop drop
                    && drop.table().equals(after.name())) {
                table.foreignKey(drop.key());
            }
        }
        return table.build();
    }
}
