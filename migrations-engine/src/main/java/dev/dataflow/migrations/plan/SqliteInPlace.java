package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether SQLite alters a table in place: it adds, drops and renames simple columns, and nothing else. */
final class SqliteInPlace {

    private SqliteInPlace() {}

    static boolean can(Table table, List<Change> changes) {
        return changes.stream().allMatch(change -> can(table, change));
    }

    private static boolean can(Table table, Change change) {
        if (change instanceof IndexChange) {
            return true;
        }
        if (change instanceof ColumnChange.Add add) {
            return canAdd(add.column());
        }
        if (change instanceof ColumnChange.Drop drop) {
            String name = drop.column().name();
            return Stream.concat(
                                    table.uniques().stream().map(each -> each.columns()),
                                    table.foreignKeys().stream().map(each -> each.columns()))
                            .noneMatch(columns -> columns.contains(name))
                    && !isKey(table.primaryKey(), name)
                    && isMentionedNowhere(table, name)
                    && drop.column().generated() == null;
        }
        // it would write the new name into expressions in its own way
        return change instanceof ColumnChange.Rename rename && isMentionedNowhere(table, rename.from());
    }

    private static boolean canAdd(Column column) {
        String value = column.defaultValue();
        boolean constant = value == null || value.matches("-?[0-9]+(\\.[0-9]+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'");
        return constant && column.generated() == null && (column.nullable() || value != null);
    }

    private static boolean isKey(@Nullable PrimaryKey key, String column) {
        return key != null && key.columns().contains(column);
    }

    private static boolean isMentionedNowhere(Table table, String column) {
        Set<String> name = Set.of(column);
        return table.checks().stream().noneMatch(check -> Mentions.any(check.expression(), name))
                && table.columns().stream()
                        .noneMatch(each -> each.generated() != null
                                && Mentions.any(each.generated().expression(), name))
                && table.indexes().stream().noneMatch(index -> isMentioned(index, name));
    }

    private static boolean isMentioned(Index index, Set<String> name) {
        return Mentions.any(index.where(), name)
                || index.parts().stream().anyMatch(part -> Mentions.any(part.expression(), name));
    }
}
