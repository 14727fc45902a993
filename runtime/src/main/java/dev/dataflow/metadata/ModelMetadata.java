package dev.dataflow.metadata;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.OffsetColumn;
import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * All the runtime knows of a model. Generated code extends it with a row reader and a binder that work by position,
 * without reflection. Immutable and thread-safe.
 *
 * @param <M> the model
 * @param <K> its key, boxed; of several columns the generated key class
 * @param <D> its draft
 * @param <P> its patch
 */
public abstract class ModelMetadata<M, K, D extends Draft, P extends Patch<P>> {

    private final ModelDefinition<M> definition;
    private final ModelKey<K> key;
    private final int components;
    private final Map<String, Integer> positions = new HashMap<>();
    /** The positions of managed columns, by kind; -1 for those that are not there. */
    private final int[] managed = new int[ManagedColumn.values().length];

    /**
     * Metadata of a model whose key is one column.
     *
     * @param definition its constant facts
     */
    protected ModelMetadata(ModelDefinition<M> definition) {
        this(definition, new SingleKey<>(definition));
    }

    /**
     * Metadata of a model whose key is several columns.
     *
     * @param definition its constant facts
     * @param parts the values of its generated key class
     */
    protected ModelMetadata(ModelDefinition<M> definition, KeyParts<K> parts) {
        this(definition, new CompositeKey<>(definition, parts));
    }

    private ModelMetadata(ModelDefinition<M> definition, ModelKey<K> key) {
        this.definition = definition;
        this.key = key;
        Arrays.fill(managed, -1);
        int count = 0;
        for (int i = 0; i < definition.columns().size(); i++) {
            Column<?> column = definition.columns().get(i);
            positions.put(column.column(), i);
            positions.putIfAbsent(column.name(), i);
            count += column.component() ? 1 : 0;
            ManagedColumn kind = column.managed();
            if (kind != null) {
                managed[kind.ordinal()] = i;
            }
        }
        this.components = count;
    }

    /**
     * Reads the current row: the columns that have a component, in order, from position 1.
     *
     * @param row the row
     * @return the model
     * @throws SQLException from the driver
     */
    public abstract M read(RowReader row) throws SQLException;

    /**
     * Binds one column's value of a model as the next parameter.
     *
     * @param model the model
     * @param column the column's position in {@link #columns()}, of one that has a component
     * @param out where to
     * @throws SQLException from the driver
     */
    public abstract void bind(M model, int column, ParameterWriter out) throws SQLException;

    /**
     * One column's value of a model.
     *
     * @param model the model
     * @param column the column's position in {@link #columns()}, of one that has a component
     * @return the value
     */
    public abstract @Nullable Object value(M model, int column);

    /**
     * Makes a model from values.
     *
     * @param values the values of the columns that have a component, in order; more are ignored
     * @return the model
     */
    public abstract M fromValues(@Nullable Object[] values);

    /** A new, empty draft. */
    public abstract D newDraft();

    /** A new, empty patch. */
    public abstract P newPatch();

    /** The constant facts. */
    public final ModelDefinition<M> definition() {
        return definition;
    }

    /** The generated table. */
    public final ModelTable<?> table() {
        return definition.table();
    }

    /** All columns: those with a component in the components' order, then the other managed ones. */
    public final List<Column<?>> columns() {
        return definition.columns();
    }

    /** How many columns have a component; they come first. */
    public final int components() {
        return components;
    }

    /**
     * How many columns of the table hold the values of some columns.
     *
     * @param columns positions in {@link #columns()}
     */
    public final int width(Collection<Integer> columns) {
        return columns.stream()
                .mapToInt(column -> OffsetColumn.isOf(columns().get(column).type()) ? 2 : 1)
                .sum();
    }

    /**
     * Where a column's value begins in a row that is read with all columns, from 1.
     *
     * @param column the column's position in {@link #columns()}
     */
    public final int place(int column) {
        int place = 1;
        for (int before = 0; before < column; before++) {
            place += OffsetColumn.isOf(columns().get(before).type()) ? 2 : 1;
        }
        return place;
    }

    /** How many columns the table has. */
    public final int width() {
        return width(IntStream.range(0, columns().size()).boxed().toList());
    }

    /** The primary key. */
    public final ModelKey<K> key() {
        return key;
    }

    /**
     * The key of a model, which must be whole.
     *
     * @param model the model
     * @return its key
     * @throws InvalidInputException DF-105 when there is no model, or one that lacks a part of its key
     */
    public final K wholeKeyOf(@Nullable M model) {
        K whole = model == null ? null : keyOf(model);
        if (whole != null) {
            return whole;
        }
        for (int position : key.positions()) {
            if (model != null && key.isComposite() && value(model, position) == null) {
                throw MissingKey.part(this, columns().get(position));
            }
        }
        throw MissingKey.whole(this);
    }

    /** The key of a model; null when it has none yet, or one that is not whole. */
    public final @Nullable K keyOf(M model) {
        return key.of(this, model);
    }

    /**
     * Finds a column by its name in the table or its component's name.
     *
     * @param name either name
     * @return its position in {@link #columns()}, or -1
     */
    public final int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    /**
     * Finds a column that the runtime fills.
     *
     * @param kind which
     * @return its position in {@link #columns()}, or -1
     */
    public final int managed(ManagedColumn kind) {
        return managed[kind.ordinal()];
    }

    /** Whether a draft has a value, NULL included, for a column. */
    public final boolean isSet(D draft, int column) {
        return Draft.isPresent(draft, column);
    }

    /** A draft's value of a column; null when it is NULL or left out. */
    public final @Nullable Object get(D draft, int column) {
        return Draft.value(draft, column);
    }

    /** Sets a draft's column to a value of the column's type. */
    public final void set(D draft, int column, @Nullable Object value) {
        Draft.set(draft, column, value);
    }

    /** A patch's changes by column name: values, null for NULL, jOOQ fields for expressions, or {@link Modification}s. */
    public final Map<String, @Nullable Object> changes(P patch) {
        return Collections.unmodifiableMap(Patch.changes(patch));
    }

    /**
     * Checks that the columns a patch's caller named are of this model's table.
     *
     * @param patch the patch
     * @throws InvalidInputException DF-106 when one is of another table
     */
    public final void checkNamed(P patch) {
        for (TableField<Record, ?> field : Patch.named(patch)) {
            if (!table().equals(field.getTable())) {
                throw new InvalidInputException(
                        new Problem(
                                ErrorCode.NAME_UNKNOWN,
                                "a patch of " + this + " sets a column of another table, " + field,
                                "its table is " + table().getName(),
                                "use a column of the generated table of " + definition.simpleName()),
                        null);
            }
        }
    }

    /** Sets a patch's column to a value of the column's type, or has it computed as a {@link Modification} says. */
    public final void set(P patch, int column, @Nullable Object value) {
        Patch.set(patch, columns().get(column).column(), value);
    }

    /**
     * For generated code: the error of a position that has no component.
     *
     * @param column the position
     */
    protected final IndexOutOfBoundsException noComponent(int column) {
        return new IndexOutOfBoundsException(definition.name() + " has no component at position " + column);
    }

    /** For generated code: the type of a generated table's column. */
    protected static <T> ColumnType<T> type(org.jooq.Field<T> field) {
        return ColumnType.of(field);
    }

    @Override
    public String toString() {
        return definition.name();
    }
}
