package dev.dataflow.type;

import dev.dataflow.annotations.ValueConverter;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.LogicalType;
import java.util.Objects;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds: its Java type, its limits, and its form on each database. Immutable; made by {@link ColumnTypes}.
 *
 * @param <T> the Java type, boxed
 */
public final class ColumnType<T> {

    private final LogicalType logical;
    private final Class<T> javaType;
    private final Limits<T> limits;
    private final Coercion<T> coercion;
    private final Codecs<T> codecs;
    private final DataType<?> base;
    private final DataType<T> dataType;

    ColumnType(
            LogicalType logical,
            Class<T> javaType,
            Limits<T> limits,
            Coercion<T> coercion,
            Codecs<T> codecs,
            DataType<?> base) {
        this.logical = logical;
        this.javaType = javaType;
        this.limits = limits;
        this.coercion = coercion;
        this.codecs = codecs;
        this.base = base;
        this.dataType = base.asConvertedDataType(new ColumnBinding<>(this));
    }

    /** A type whose values are stored as those of this one. */
    <R> ColumnType<R> converted(Class<R> type, ValueConverter<R, T> converter) {
        Conversion<R, T> conversion = new Conversion<>(type, this, converter);
        return new ColumnType<>(
                logical, type, conversion, conversion, codecs.map(conversion::codec, conversion::toStored), base);
    }

    /**
     * The type of a generated table's column.
     *
     * @param field a column of a generated table
     * @return its type
     * @throws IllegalArgumentException when the field is not one
     */
    public static <T> ColumnType<T> of(Field<T> field) {
        return Objects.requireNonNull(find(field), () -> field + " is not a column of a generated table");
    }

    /** The type of a generated table's column; null for any other field. */
    @SuppressWarnings("unchecked") // a binding is only ever attached to fields of its own type
    public static <T> @Nullable ColumnType<T> find(Field<T> field) {
        return field.getBinding() instanceof ColumnBinding<?> binding ? (ColumnType<T>) binding.type() : null;
    }

    /** What the column holds, independent of the database. */
    public LogicalType logical() {
        return logical;
    }

    /** The Java type, boxed. */
    public Class<T> javaType() {
        return javaType;
    }

    /** For generated code: a value of this type; null for null. */
    public @Nullable T cast(@Nullable Object value) {
        return javaType.cast(value);
    }

    /** The type as jOOQ uses it, with a binding that gives the same values as the nodes. */
    public DataType<T> dataType() {
        return dataType;
    }

    /**
     * The value as it will be stored: decimals at the column's scale, times floored to microseconds.
     *
     * @param value a value of the type
     * @return the value that a later read gives back
     * @throws IllegalValueException when the column cannot hold it without loss
     */
    public T store(T value) {
        return limits.store(value);
    }

    /** The value to be written: {@link #store}'s, or one that writing brings to the same form. */
    T bindable(T value) {
        return limits.bind(value);
    }

    /** The value as comparisons use it: times floored to microseconds, all else as it is. */
    public T floor(T value) {
        return limits.floor(value);
    }

    /**
     * A value of the map face as a value of this type, without loss.
     *
     * @param value any value but null
     * @return the value in the Java type
     * @throws IllegalValueException when it is not of the type and cannot become it without loss
     */
    public T coerce(Object value) {
        return coercion.coerce(value);
    }

    /**
     * A stored value as the map face gives it out: enums by name, JSON as maps, lists and plain values, all else as it is.
     *
     * @param value a value of the type
     * @return the value for a map
     */
    public Object export(T value) {
        return coercion.export(value);
    }

    /**
     * Whether values can be sent to a column of PostgreSQL in binary form, which the server does not cast.
     *
     * @param column the number ({@code oid}) of the column's type
     */
    public boolean isCopied(long column) {
        return column == (int) column && codecs.binary().columns().contains((int) column);
    }

    BinaryForm<T> binary() {
        return codecs.binary();
    }

    Codec<T> codec(DatabaseEngine engine) {
        return codecs.of(engine);
    }

    @Override
    public String toString() {
        return logical + "(" + javaType.getSimpleName() + ")";
    }
}
