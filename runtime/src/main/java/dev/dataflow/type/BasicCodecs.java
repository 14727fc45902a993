package dev.dataflow.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs of types that drivers take and give as they are. */
final class BasicCodecs {

    static final Codec<Boolean> BOOLEAN =
            primitive(ResultSet::getBoolean, PreparedStatement::setBoolean, Types.BOOLEAN);
    static final Codec<Byte> INT8 =
            primitive(ResultSet::getByte, (s, i, v) -> s.setInt(i, v.intValue()), Types.SMALLINT);
    static final Codec<Short> INT16 =
            primitive(ResultSet::getShort, (s, i, v) -> s.setInt(i, v.intValue()), Types.SMALLINT);
    static final Codec<Integer> INT32 = primitive(ResultSet::getInt, PreparedStatement::setInt, Types.INTEGER);
    static final Codec<Long> INT64 = primitive(ResultSet::getLong, PreparedStatement::setLong, Types.BIGINT);
    static final Codec<Float> FLOAT32 = primitive(ResultSet::getFloat, PreparedStatement::setFloat, Types.REAL);
    /** For columns of doubles: 0.1f is stored as 0.1, which literals and defaults are too, not as its binary value. */
    static final Codec<Float> FLOAT32_IN_DOUBLE = primitive(
            (row, i) -> (float) row.getDouble(i),
            (s, i, v) -> s.setDouble(i, Double.parseDouble(v.toString())),
            Types.DOUBLE);

    static final Codec<Double> FLOAT64 = primitive(ResultSet::getDouble, PreparedStatement::setDouble, Types.DOUBLE);
    static final Codec<BigDecimal> DECIMAL =
            reference(ResultSet::getBigDecimal, PreparedStatement::setBigDecimal, value -> value, Types.NUMERIC);
    static final Codec<String> TEXT =
            reference(ResultSet::getString, PreparedStatement::setString, value -> value, Types.VARCHAR);
    static final Codec<byte[]> BYTES =
            reference(ResultSet::getBytes, PreparedStatement::setBytes, value -> value, Types.BINARY);
    static final Codec<LocalDate> DATE = object(LocalDate.class, Types.DATE);
    /** jOOQ's own literals of times lose their fractions. */
    static final Codec<LocalTime> TIME = reference(
            (row, index) -> row.getObject(index, LocalTime.class),
            (statement, index, value) -> statement.setObject(index, value),
            LocalTime::toString,
            Types.TIME);

    static final Codec<LocalDateTime> DATE_TIME = object(LocalDateTime.class, Types.TIMESTAMP);

    private BasicCodecs() {}

    /** How a driver reads a column. */
    interface Getter<T> {
        @Nullable
        T get(ResultSet row, int index) throws SQLException;
    }

    /** How a driver takes a parameter. */
    interface Setter<T> {
        void set(PreparedStatement statement, int index, T value) throws SQLException;
    }

    static <T> Codec<T> reference(Getter<T> getter, Setter<T> setter, Function<T, Object> literal, int jdbcType) {
        return new Codec<>() {
            @Override
            public @Nullable T read(ResultSet row, int index) throws SQLException {
                return getter.get(row, index);
            }

            @Override
            public void write(PreparedStatement statement, int index, T value) throws SQLException {
                setter.set(statement, index, value);
            }

            @Override
            public Object literal(T value) {
                return literal.apply(value);
            }

            @Override
            public int jdbcType() {
                return jdbcType;
            }
        };
    }

    /** A value the database holds in another form, such as a time as text. */
    static <S, T> Codec<T> mapped(Codec<S> stored, Function<S, T> decode, Function<T, S> encode) {
        return new Codec<>() {
            @Override
            public @Nullable T read(ResultSet row, int index) throws SQLException {
                S value = stored.read(row, index);
                return value == null ? null : decoded(value, decode);
            }

            @Override
            public void write(PreparedStatement statement, int index, T value) throws SQLException {
                stored.write(statement, index, encode.apply(value));
            }

            @Override
            public void compare(PreparedStatement statement, int index, T value) throws SQLException {
                stored.compare(statement, index, encode.apply(value));
            }

            @Override
            public void writeNamed(PreparedStatement statement, int index, T value) throws SQLException {
                stored.writeNamed(statement, index, encode.apply(value));
            }

            @Override
            public void compareNamed(PreparedStatement statement, int index, T value) throws SQLException {
                stored.compareNamed(statement, index, encode.apply(value));
            }

            @Override
            public @Nullable String typeName() {
                return stored.typeName();
            }

            @Override
            public Object literal(T value) {
                return stored.literal(encode.apply(value));
            }

            @Override
            public int jdbcType() {
                return stored.jdbcType();
            }
        };
    }

    /** The exceptions of parsers quote what they could not read. */
    private static <S, T> T decoded(S value, Function<S, T> decode) {
        try {
            return decode.apply(value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalValueException("holds a value that is not in the form of its type");
        }
    }

    static <T> Codec<T> object(Class<T> type, int jdbcType) {
        return reference(
                (row, index) -> row.getObject(index, type),
                (statement, index, value) -> statement.setObject(index, value),
                value -> value,
                jdbcType);
    }

    private static <T> Codec<T> primitive(Getter<T> getter, Setter<T> setter, int jdbcType) {
        return reference(
                (row, index) -> {
                    T value = getter.get(row, index);
                    return row.wasNull() ? null : value;
                },
                setter,
                value -> value,
                jdbcType);
    }
}
