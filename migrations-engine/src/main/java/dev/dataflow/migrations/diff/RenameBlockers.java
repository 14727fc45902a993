package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What keeps MySQL and MariaDB from renaming a column: checks and computed columns that mention it. They go before, under
 * the old names, and come back as differences.
 *
 * @param drops what goes
 * @param left the schema without it
 */
record RenameBlockers(List<Change> drops, Schema left) {

    static RenameBlockers of(Schema schema, Renames renames) {
        List<Change> drops = new ArrayList<>();
        List<Table> left = schema.tables().stream()
                .map(table -> without(table, renames.columns(table.name()).keySet(), drops))
                .toList();
        return new RenameBlockers(drops, schema.withTables(left));
    }

    private static Table without(Table table, Collection<String> renamed, List<Change> drops) {
        if (renamed.isEmpty()) {
            return table;
        }
        Set<String> mentioned = new TreeSet<>(renamed);
        List<Column> columns = new ArrayList<>(table.columns());
        for (boolean again = true; again; ) {
            List<Column> gone = columns.stream()
                    .filter(column -> column.generated() != null
                            && (mentioned.contains(column.name())
                                    || Mentions.any(column.generated().expression(), mentioned)))
                    .toList();
            columns.removeAll(gone);
            gone.forEach(column -> mentioned.add(column.name()));
            again = !gone.isEmpty();
        }
        List<Check> checks = table.checks().stream()
                .filter(check -> Mentions.any(check.expression(), mentioned)
                        || check.keptInColumn() && mentioned.contains(String.valueOf(check.name())))
                .toList();
        Set<String> gone = new TreeSet<>();
        table.columns().stream().filter(column -> !columns.contains(column)).forEach(column -> gone.add(column.name()));
        List<Index> indexes = table.indexes().stream()
                .filter(index -> index.columns().stream().anyMatch(gone::contains)
                        || index.parts().stream().anyMatch(part -> Mentions.any(part.expression(), mentioned)))
                .toList();
        List<UniqueKey> uniques = table.uniques().stream()
                .filter(key -> key.columns().stream().anyMatch(gone::contains))
                .toList();
        checks.forEach(check -> drops.add(new CheckChange.Drop(table.name(), check)));
        indexes.forEach(index -> drops.add(new IndexChange.Drop(table.name(), index)));
        uniques.forEach(key -> drops.add(new UniqueKeyChange.Drop(table.name(), key)));
        table.columns().stream()
                .filter(column -> gone.contains(column.name()))
                .forEach(column -> drops.add(new ColumnChange.Drop(table.name(), column)));
        return table.edit()
                .columns(columns)
                .checks(rest(table.checks(), checks))
                .indexes(rest(table.indexes(), indexes))
                .uniques(rest(table.uniques(), uniques))
                .build();
    }

    private static <T> List<T> rest(List<T> all, List<T> gone) {
        return all.stream().filter(each -> !gone.contains(each)).toList();
    }
}
