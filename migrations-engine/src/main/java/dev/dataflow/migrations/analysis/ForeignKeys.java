package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import java.util.List;

/** What a foreign key leaves unsaid. */
final class ForeignKeys {

    private ForeignKeys() {}

    /** The columns it points to; where SQLite names none, the primary key. */
    static List<String> targetColumns(SchemaNames names, ForeignKey key) {
        if (!key.targetColumns().isEmpty() || key.target().schema() != null) {
            return key.targetColumns();
        }
        return names.find(key.target().name())
                .map(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
    }
}
