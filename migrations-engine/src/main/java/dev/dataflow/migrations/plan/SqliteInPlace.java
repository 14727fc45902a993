package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SqliteColumns;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether SQLite alters a table in place: it adds, drops and renames simple columns, from 3.53 on it says what may not be NULL
 * and what is checked, and nothing else.
 */
final class SqliteInPlace {

    private final boolean drops;
    private final boolean constraints;
    private final SqliteValues values;

    /**
     * What a version can.
     *
     * @param version the version; before 3.35.5 a column that was dropped could break the file
     * @param values what rows get in columns
     */
    SqliteInPlace(ServerVersion version, SqliteValues values) {
        drops = version.atLeast(3, 35, 5);
        constraints = version.atLeast(3, 53);
        this.values = values;
    }

    boolean can(Table table, List<Change> changes) {
        return changes.stream().allMatch(change -> can(table, change));
    }

    private boolean can(Table table, Change change) {
        if (change instanceof IndexChange) {
            return true;
        }
        if (change instanceof CheckChange check) {
            return constraints && check.check().name() != null;
        }
        if (change instanceof ColumnChange.Alter alter) {
            return constraints
                    && alter.aspect() == ColumnAspect.NULLABILITY
                    && !alter.before().options().containsKey("not null conflict")
                    && !alter.after().options().containsKey("not null conflict")
                    && !isKey(table.primaryKey(), alter.after().name());
        }
        if (change instanceof ColumnChange.Add add) {
            return values.of(add) == null
                    ? SqliteColumns.isAddedInPlace(add.column())
                    : add.column().defaultValue() == null
                            && (constraints || add.column().nullable());
        }
        if (change instanceof ColumnChange.Drop drop) {
            String name = drop.column().name();
            return drops
                    && Stream.concat(
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
