package dev.dataflow.type;

import dev.dataflow.annotations.ValueConverter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Values of a type that are stored as those of another.
 *
 * @param type the type
 * @param stored the stored type
 * @param converter between them
 */
record Conversion<T, S>(Class<T> type, ColumnType<S> stored, ValueConverter<T, S> converter)
        implements Limits<T>, Coercion<T> {

    @Override
    public T store(T value) {
        S given = toStored(value);
        S kept = stored.store(given);
        return kept.equals(given) ? value : fromStored(kept);
    }

    @Override
    public T floor(T value) {
        S given = toStored(value);
        S floored = stored.floor(given);
        return floored.equals(given) ? value : fromStored(floored);
    }

    /** A stored value, as maps give it out, or one of the type. */
    @Override
    public T coerce(Object value) {
        return type.isInstance(value) && type != stored.javaType()
                ? type.cast(value)
                : fromStored(stored.coerce(value));
    }

    @Override
    public Object export(T value) {
        return stored.export(toStored(value));
    }

    Codec<T> codec(Codec<S> of) {
        return new Codec<>() {
            @Override
            public @Nullable T read(ResultSet row, int index) throws SQLException {
                S value = of.read(row, index);
                if (value == null) {
                    return null;
                }
                try {
                    return fromStored(value);
                } catch (IllegalValueException e) {
                    throw new IllegalValueException("holds a value that " + type.getSimpleName() + " refuses");
                }
            }

            @Override
            public void write(PreparedStatement statement, int index, T value) throws SQLException {
                of.write(statement, index, toStored(value));
            }

            @Override
            public void compare(PreparedStatement statement, int index, T value) throws SQLException {
                of.compare(statement, index, toStored(value));
            }

            @Override
            public void writeNamed(PreparedStatement statement, int index, T value) throws SQLException {
                of.writeNamed(statement, index, toStored(value));
            }

            @Override
            public void compareNamed(PreparedStatement statement, int index, T value) throws SQLException {
                of.compareNamed(statement, index, toStored(value));
            }

            @Override
            public @Nullable String typeName() {
                return of.typeName();
            }

            @Override
            public Object literal(T value) {
                return of.literal(toStored(value));
            }

            @Override
            public int jdbcType() {
                return of.jdbcType();
            }
        };
    }

    S toStored(T value) {
        return converted(() -> converter.toStored(value));
    }

    private T fromStored(S value) {
        return converted(() -> converter.fromStored(value));
    }

    /** The message of what a converter throws may hold the value. */
    private <R> R converted(java.util.function.Supplier<@Nullable R> conversion) {
        R result;
        try {
            result = conversion.get();
        } catch (RuntimeException e) {
            throw new IllegalValueException("is refused by " + type.getSimpleName());
        }
        if (result == null) {
            throw new IllegalValueException("is converted to null by " + type.getSimpleName());
        }
        return result;
    }
}
