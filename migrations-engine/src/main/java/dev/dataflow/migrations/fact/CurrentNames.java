package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.schema.ColumnName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names that tables and columns of a plan have now, before it runs. Immutable.
 *
 * <p>Changes name things as they are when the change is made, which is after renames.
 */
public final class CurrentNames {

    private final Map<String, String> tables = new HashMap<>();
    private final Map<ColumnName, String> columns = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private final Set<ColumnName> added = new HashSet<>();

    /** The names before changes. */
    public CurrentNames(Collection<Change> changes) {
        for (Change change : changes) {
            if (change instanceof TableChange.Rename rename) {
                tables.put(rename.to(), rename.from());
            } else if (change instanceof TableChange.Create create) {
                created.add(create.table());
            }
        }
        for (Change change : changes) {
            if (change instanceof ColumnChange.Rename rename) {
                columns.put(new ColumnName(table(rename.table()), rename.to()), rename.from());
            } else if (change instanceof ColumnChange.Add add) {
                added.add(new ColumnName(table(add.table()), add.column().name()));
            }
        }
    }

    /** The name that a table has now. */
    public String table(String table) {
        return tables.getOrDefault(table, table);
    }

    /** The name that a column has now. */
    public String column(String table, String column) {
        return columns.getOrDefault(new ColumnName(table(table), column), column);
    }

    /** Whether a table is not there yet. */
    public boolean isCreated(String table) {
        return created.contains(table);
    }

    /** Whether a column is not there yet. */
    public boolean isAdded(String table, String column) {
        return isCreated(table) || added.contains(new ColumnName(table(table), column));
    }

    /** The tables that are not there yet. */
    public Set<String> created() {
        return Set.copyOf(created);
    }
}
