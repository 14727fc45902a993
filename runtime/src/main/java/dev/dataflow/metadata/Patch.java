package dev.dataflow.metadata;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated patches. Each column is set to a value, set to NULL, set to an expression, computed by an operator, or
 * untouched. What a column is set to replaces what it was set to before; an operator stands alone (DF-155). Not thread-safe.
 *
 * @param <P> the generated patch
 */
public abstract class Patch<P extends Patch<P>> {

    /**
     * What columns are set to: values, null for NULL, a jOOQ {@link Field}, or a {@link Modification}. In the order they
     * were first set.
     */
    private final Map<String, @Nullable Object> changes = new LinkedHashMap<>(4);

    /** The columns named by the caller, which may be of another table. */
    private List<TableField<Record, ?>> named = List.of();

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
        boolean again = changes.containsKey(column);
        if (changes.put(column, value) instanceof Modification || (again && value instanceof Modification)) {
            throw changedTwice(column);
        }
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
        name(column);
        return put(column.getName(), value);
    }

    /**
     * Sets a column to NULL.
     *
     * @param column a column of the model's table
     * @return this
     */
    public final P setNull(TableField<Record, ?> column) {
        name(column);
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
        name(column);
        return put(column.getName(), expression);
    }

    /**
     * Adds to a column, in the database. NULL stays NULL; a result that the column cannot hold is refused (DF-102).
     *
     * @param column a column of the model's table: integers, decimals or doubles
     * @param by what is added
     * @return this
     */
    public final <T extends Number> P increment(TableField<Record, T> column, T by) {
        return modify(column, UpdateOperator.INCREMENT, by);
    }

    /**
     * Subtracts from a column, in the database, as {@link #increment} adds.
     *
     * @param column a column of the model's table: integers, decimals or doubles
     * @param by what is subtracted
     * @return this
     */
    public final <T extends Number> P decrement(TableField<Record, T> column, T by) {
        return modify(column, UpdateOperator.DECREMENT, by);
    }

    /**
     * Multiplies a column, in the database. NULL stays NULL; a result that the column cannot hold, such as one with more
     * digits after the point, is refused (DF-102) and never rounded.
     *
     * @param column a column of the model's table: integers, decimals or doubles
     * @param by what it is multiplied by; of at most 18 digits for decimals and big integers
     * @return this
     */
    public final <T extends Number> P multiply(TableField<Record, T> column, T by) {
        return modify(column, UpdateOperator.MULTIPLY, by);
    }

    /**
     * Appends to a text, in the database. NULL stays NULL; a result longer than the column is refused (DF-102).
     *
     * @param column a text column of the model's table
     * @param text what is appended
     * @return this
     */
    public final P concat(TableField<Record, String> column, String text) {
        return modify(column, UpdateOperator.CONCAT, text);
    }

    private P modify(TableField<Record, ?> column, UpdateOperator operator, @Nullable Object operand) {
        name(column);
        return put(column.getName(), new Modification(operator, operand, "patch." + column.getName() + "." + operator));
    }

    private static InvalidInputException changedTwice(String column) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.CHANGED_TWICE,
                        "a patch changes `" + column + "` twice",
                        "an operator reads the value from before the update, not what the patch set it to or computed of it",
                        "change it once: join the operands, or set it to a value alone"),
                null);
    }

    private void name(TableField<Record, ?> column) {
        if (named.isEmpty()) {
            named = new ArrayList<>();
        }
        named.add(column);
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
