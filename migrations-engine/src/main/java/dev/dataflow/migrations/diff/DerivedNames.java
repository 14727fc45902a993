package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import dev.dataflow.model.DatabaseName;
import dev.dataflow.model.ManagedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The names that keys, indexes and checks of a table have when its model gives them none of its own. What has exactly that
 * name was made for a model, even where no model wants it any more; everything else may be anybody's.
 */
final class DerivedNames {

    private static final String TENANT = ManagedColumn.TENANT_ID.column();
    private static final String DELETED = ManagedColumn.DELETED_AT.column();

    /** What unique keys over living rows end with on MySQL. */
    static final String LIVE = DELETED + "_live";

    private static final String UNIQUE = "uk";
    private static final String FOREIGN = "fk";

    private final Table table;
    private final UnaryOperator<String> oldColumn;

    /**
     * The names of a table.
     *
     * @param table the table as it is now, before renames
     * @param oldColumn what a column is called now, by the name that it is to have
     */
    DerivedNames(Table table, UnaryOperator<String> oldColumn) {
        this.table = table;
        this.oldColumn = oldColumn;
    }

    /** The table's name now. */
    String table() {
        return table.name();
    }

    boolean has(Index index) {
        if (index.parts().stream().anyMatch(part -> part.column() == null)) {
            return false;
        }
        // MySQL makes an index for a foreign key, and names it like that
        return has(index.unique() ? UNIQUE : "ix", index.name(), index.columns())
                || !index.unique() && isLast(index.name(), index.columns());
    }

    boolean has(UniqueKey key) {
        return has(UNIQUE, key.name(), key.columns());
    }

    boolean has(ForeignKey key) {
        return isLast(key.name(), key.columns());
    }

    boolean has(Check check) {
        return table.columns().stream().map(Column::name).anyMatch(column -> is("ck", check.name(), List.of(column)));
    }

    /** A reference is over one column of the model; that of the tenant stands before it. */
    private boolean isLast(@Nullable String name, List<String> columns) {
        return is(FOREIGN, name, List.of(oldColumn.apply(columns.get(columns.size() - 1))));
    }

    /** A model's own columns give the name, not those that traits add before and behind. */
    private boolean has(String prefix, @Nullable String name, List<String> named) {
        List<String> columns = named.stream().map(oldColumn).toList();
        List<List<String>> variants = new ArrayList<>(List.of(columns));
        if (columns.size() > 1 && List.of(DELETED, LIVE).contains(columns.get(columns.size() - 1))) {
            variants.add(columns.subList(0, columns.size() - 1));
        }
        for (List<String> each : List.copyOf(variants)) {
            if (each.size() > 1 && each.get(0).equals(TENANT)) {
                variants.add(each.subList(1, each.size()));
            }
        }
        return variants.stream().anyMatch(each -> is(prefix, name, each));
    }

    private boolean is(String prefix, @Nullable String name, List<String> columns) {
        String whole = prefix + "_" + table.name() + "_" + String.join("_", columns);
        return name != null
                && (name.equals(DatabaseName.constraint(prefix, table.name(), columns))
                        || name.equals(ObjectName.marked(whole)));
    }
}
