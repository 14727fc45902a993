package dev.dataflow.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated patches. Each column is set to a value, set to NULL, set to an expression, or untouched. Not
 * thread-safe.
 *
 * @param <P> the generated patch
 */
public abstract class Patch<P extends Patch<P>> {

    /** What columns are set to: values, null for NULL, or a jOOQ {@link Field}. In the order they were first set. */
    private final Map<String, @Nullable Object> changes = new LinkedHashMap<>();

    /** The columns named by the caller, which may be of another table. */
    private final List<TableField<Record, ?>> named = new ArrayList<>();

    /** An empty patch. */
    protected Patch() {}

    /** For generated code: this. */
    protected abstract P self();

    /**
     * For generated code: sets a column.
     *
     * @param column its name in the table
     * @param value its value
     * @return this
     */
    protected final P put(String column, @Nullable Object value) {
        changes.put(column, value);
        return self();
    }

    /**
     * Sets a column.
     *
     * @param column a column of the model's table
     * @param value its value; null for NULL
     * @return this
     */
    public final <T> P set(TableField<Record, T> column, @Nullable T value) {
        named.add(column);
        return put(column.getName(), value);
    }

    /**
     * Sets a column to NULL.
     *
     * @param column a column of the model's table
     * @return this
     */
    public final P setNull(TableField<Record, ?> column) {
        named.add(column);
        return put(column.getName(), null);
    }

    /**
     * Sets a column to an expression, which reads the values from before the update on every database.
     *
     * @param column a column of the model's table
     * @param expression an expression over columns of the model's table
     * @return this
     */
    public final <T> P setExpression(TableField<Record, T> column, Field<T> expression) {
        named.add(column);
        return put(column.getName(), expression);
    }

    static Map<String, @Nullable Object> changes(Patch<?> patch) {
        return patch.changes;
    }

    static List<TableField<Record, ?>> named(Patch<?> patch) {
        return patch.named;
    }

    static void set(Patch<?> patch, String column, @Nullable Object value) {
        patch.put(column, value);
    }
}
