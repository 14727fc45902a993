package dev.dataflow.metadata;

import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.OffsetColumn;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated tables: a real jOOQ table whose columns give the same values as the nodes. It is not abstract, since
 * javac compares all methods of an abstract generic superclass, jOOQ's too, with each other, for each class that extends it.
 *
 * @param <T> the generated table
 */
public class ModelTable<T extends ModelTable<T>> extends RecordTable {

    private static final long serialVersionUID = 1L;

    /** The second columns of those that have one, by the name of the first. */
    private final Map<String, TableField<Record, Integer>> offsets = new HashMap<>();

    /**
     * A table.
     *
     * @param name the table's name
     */
    protected ModelTable(String name) {
        this(DSL.name(name), null);
    }

    /**
     * A table in another schema than the connection's, which every statement then names.
     *
     * @param schema the schema's name; on MySQL and MariaDB the database's
     * @param name the table's name
     */
    protected ModelTable(String schema, String name) {
        super(DSL.name(name), DSL.schema(DSL.name(schema)), null);
    }

    /**
     * A table under another name.
     *
     * @param alias the name in the statement
     * @param aliased the table; null for none
     */
    protected ModelTable(Name alias, @Nullable Table<Record> aliased) {
        super(alias, null, aliased);
    }

    /** For generated code, which always overrides it: this table under another name. */
    protected T aliased(Name alias) {
        throw new UnsupportedOperationException(
                getClass().getName() + " is a table of one name: override aliased(Name), which makes it under another");
    }

    /** The table under another name, with the same columns. */
    @Override
    public final T as(Name alias) {
        return aliased(alias);
    }

    /** The table under another name, with the same columns. */
    @Override
    public final T as(String alias) {
        return aliased(DSL.name(alias));
    }

    /**
     * Adds a column.
     *
     * @param name the column's name
     * @param type what it holds
     * @return the column
     */
    protected final <V> TableField<Record, V> column(String name, ColumnType<V> type) {
        TableField<Record, V> column = createField(DSL.name(name), type.dataType(), this);
        if (OffsetColumn.isOf(type)) {
            Name offset = DSL.name(name + ColumnDescriptor.OFFSET_SUFFIX);
            offsets.put(name, createField(offset, ColumnTypes.INT32.dataType(), this));
        }
        return column;
    }

    /** The column that holds the offset of a column's values; null when it has none. */
    @Nullable
    TableField<Record, Integer> offset(Field<?> column) {
        return offsets.get(column.getName());
    }

    /** Adds a NOT NULL column that the database counts up. */
    protected final <V> TableField<Record, V> identity(String name, ColumnType<V> type) {
        return createField(DSL.name(name), type.dataType().nullable(false).identity(true), this);
    }
}
