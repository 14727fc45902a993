package dev.dataflow.type;

import dev.dataflow.annotations.ValueConverter;
import dev.dataflow.model.LogicalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** The column types there are. Generated tables name them. */
public final class ColumnTypes {

    /** {@code boolean}. */
    public static final ColumnType<Boolean> BOOLEAN = new ColumnType<>(
            LogicalType.BOOLEAN,
            Boolean.class,
            Limits.none(),
            Coercion.exact(Boolean.class, "a boolean"),
            Codecs.same(BasicCodecs.BOOLEAN, BinaryForms.BOOLEAN),
            SQLDataType.BOOLEAN);

    /** {@code byte}. */
    public static final ColumnType<Byte> INT8 = new ColumnType<>(
            LogicalType.INT8,
            Byte.class,
            Limits.none(),
            Coercion.number(Byte.class, BigDecimal::byteValueExact, "an integer of 8 bits"),
            Codecs.same(BasicCodecs.INT8, BinaryForms.INT8),
            SQLDataType.TINYINT);

    /** {@code short}. */
    public static final ColumnType<Short> INT16 = new ColumnType<>(
            LogicalType.INT16,
            Short.class,
            Limits.none(),
            Coercion.number(Short.class, BigDecimal::shortValueExact, "an integer of 16 bits"),
            Codecs.same(BasicCodecs.INT16, BinaryForms.INT16),
            SQLDataType.SMALLINT);

    /** {@code int}. */
    public static final ColumnType<Integer> INT32 = new ColumnType<>(
            LogicalType.INT32,
            Integer.class,
            Limits.none(),
            Coercion.number(Integer.class, BigDecimal::intValueExact, "an integer of 32 bits"),
            Codecs.same(BasicCodecs.INT32, BinaryForms.INT32),
            SQLDataType.INTEGER);

    /** {@code long}. */
    public static final ColumnType<Long> INT64 = new ColumnType<>(
            LogicalType.INT64,
            Long.class,
            Limits.none(),
            Coercion.number(Long.class, BigDecimal::longValueExact, "an integer of 64 bits"),
            Codecs.same(BasicCodecs.INT64, BinaryForms.INT64),
            SQLDataType.BIGINT);

    /** {@code float}, finite. */
    public static final ColumnType<Float> FLOAT32 = new ColumnType<>(
            LogicalType.FLOAT32,
            Float.class,
            FloatLimits.FLOAT32,
            Coercion.number(Float.class, FloatLimits::float32Exact, "a float"),
            new Codecs<>(
                    BasicCodecs.FLOAT32,
                    BasicCodecs.FLOAT32_IN_DOUBLE,
                    BasicCodecs.FLOAT32_IN_DOUBLE,
                    BinaryForms.FLOAT32),
            SQLDataType.REAL);

    /** {@code double}, finite. */
    public static final ColumnType<Double> FLOAT64 = new ColumnType<>(
            LogicalType.FLOAT64,
            Double.class,
            FloatLimits.FLOAT64,
            Coercion.number(Double.class, FloatLimits::float64Exact, "a double"),
            Codecs.same(BasicCodecs.FLOAT64, BinaryForms.FLOAT64),
            SQLDataType.DOUBLE);

    /** {@code String} without a limit. */
    public static final ColumnType<String> TEXT = text(LogicalType.TEXT, 0);

    /** {@code byte[]}. */
    public static final ColumnType<byte[]> BYTES = new ColumnType<>(
            LogicalType.BYTES,
            byte[].class,
            Limits.none(),
            Coercion.exact(byte[].class, "a byte array"),
            Codecs.same(BasicCodecs.BYTES, BinaryForms.BYTES),
            SQLDataType.BLOB);

    /** {@code UUID}. */
    public static final ColumnType<UUID> UUID = new ColumnType<>(
            LogicalType.UUID,
            UUID.class,
            Limits.none(),
            Coercion.parsed(UUID.class, ColumnTypes::uuid, "a UUID"),
            new Codecs<>(PostgresCodecs.UUID, MySqlCodecs.UUID, SqliteCodecs.UUID, BinaryForms.UUID),
            SQLDataType.UUID);

    /** {@code Instant}, in microseconds. */
    public static final ColumnType<Instant> INSTANT = new ColumnType<>(
            LogicalType.INSTANT,
            Instant.class,
            TimeLimits.INSTANT,
            Coercion.parsed(Instant.class, Instant::parse, "an ISO 8601 instant such as 2026-01-31T12:00:00Z"),
            new Codecs<>(PostgresCodecs.INSTANT, MySqlCodecs.INSTANT, SqliteCodecs.INSTANT, BinaryForms.INSTANT),
            SQLDataType.INSTANT(6));

    /** {@code OffsetDateTime}, in microseconds; compared by the instant, with the offset in a column of its own. */
    public static final ColumnType<OffsetDateTime> OFFSET_DATE_TIME = new ColumnType<>(
            LogicalType.OFFSET_DATE_TIME,
            OffsetDateTime.class,
            TimeLimits.OFFSET_DATE_TIME,
            Coercion.parsed(
                    OffsetDateTime.class,
                    OffsetDateTime::parse,
                    "an ISO 8601 date and time with an offset such as 2026-01-31T12:00:00+02:00"),
            new Codecs<>(
                    atUtc(PostgresCodecs.INSTANT),
                    atUtc(MySqlCodecs.INSTANT),
                    atUtc(SqliteCodecs.INSTANT),
                    BinaryForms.INSTANT.of(OffsetDateTime::toInstant)),
            SQLDataType.INSTANT(6));

    /** {@code LocalDate}. */
    public static final ColumnType<LocalDate> DATE = new ColumnType<>(
            LogicalType.DATE,
            LocalDate.class,
            TimeLimits.DATE,
            Coercion.parsed(LocalDate.class, LocalDate::parse, "an ISO 8601 date such as 2026-01-31"),
            new Codecs<>(BasicCodecs.DATE, BasicCodecs.DATE, SqliteCodecs.DATE, BinaryForms.DATE),
            SQLDataType.LOCALDATE);

    /** {@code LocalTime}, in microseconds. */
    public static final ColumnType<LocalTime> TIME = new ColumnType<>(
            LogicalType.TIME,
            LocalTime.class,
            TimeLimits.TIME,
            Coercion.parsed(LocalTime.class, LocalTime::parse, "an ISO 8601 time such as 12:00:00"),
            new Codecs<>(BasicCodecs.TIME, BasicCodecs.TIME, SqliteCodecs.TIME, BinaryForms.TIME),
            SQLDataType.LOCALTIME(6));

    /** {@code LocalDateTime}, in microseconds. */
    public static final ColumnType<LocalDateTime> DATE_TIME = new ColumnType<>(
            LogicalType.DATE_TIME,
            LocalDateTime.class,
            TimeLimits.DATE_TIME,
            Coercion.parsed(
                    LocalDateTime.class, LocalDateTime::parse, "an ISO 8601 date and time such as 2026-01-31T12:00:00"),
            new Codecs<>(BasicCodecs.DATE_TIME, MySqlCodecs.DATE_TIME, SqliteCodecs.DATE_TIME, BinaryForms.DATE_TIME),
            SQLDataType.LOCALDATETIME(6));

    /** {@code Duration}, in microseconds. */
    public static final ColumnType<Duration> DURATION = new ColumnType<>(
            LogicalType.DURATION,
            Duration.class,
            DurationLimits.INSTANCE,
            Coercion.parsed(Duration.class, Duration::parse, "an ISO 8601 duration such as PT1H30M"),
            Codecs.same(
                    BasicCodecs.mapped(BasicCodecs.INT64, DurationLimits::ofMicros, DurationLimits::toMicros),
                    BinaryForms.INT64.of(DurationLimits::toMicros)),
            SQLDataType.BIGINT);

    /** {@code List<String>}, without null. */
    public static final ColumnType<List<String>> TEXT_LIST =
            list(LogicalType.TEXT_LIST, TEXT, BinaryForms.TEXT_LIST, SQLDataType.CLOB);

    /** {@code List<Long>}, without null. */
    public static final ColumnType<List<Long>> INT64_LIST =
            list(LogicalType.INT64_LIST, INT64, BinaryForms.INT64_LIST, SQLDataType.BIGINT);

    private ColumnTypes() {}

    /**
     * A Java type stored as another.
     *
     * @param type the type
     * @param stored the stored type
     * @param converter between them
     */
    public static <T, S> ColumnType<T> converted(Class<T> type, ColumnType<S> stored, ValueConverter<T, S> converter) {
        return stored.converted(type, converter);
    }

    /**
     * A Java type with one value in it, stored as that.
     *
     * @param type the type
     * @param stored the stored type
     * @param from makes it
     * @param to takes the value out of it
     */
    public static <T, S> ColumnType<T> converted(
            Class<T> type, ColumnType<S> stored, Function<S, T> from, Function<T, S> to) {
        return stored.converted(type, new ValueConverter<>() {
            @Override
            public S toStored(T value) {
                return to.apply(value);
            }

            @Override
            public T fromStored(S value) {
                return from.apply(value);
            }
        });
    }

    /**
     * A Java type stored as JSON.
     *
     * @param type the type; it must be that of the column's values
     */
    public static <T> ColumnType<T> json(JsonType type) {
        return json(type, JsonCodecs::found);
    }

    @SuppressWarnings("unchecked") // the class of a generic type knows nothing of its arguments
    static <T> ColumnType<T> json(JsonType type, Supplier<JsonCodec> codec) {
        Class<T> javaType = (Class<T>) type.raw();
        JsonForm<T> form = new JsonForm<>(javaType, type, codec);
        Codec<T> text = new JsonColumnCodec<>(form, false);
        return new ColumnType<>(
                LogicalType.JSON,
                javaType,
                form,
                form,
                new Codecs<>(
                        new JsonColumnCodec<>(form, true),
                        text,
                        text,
                        BinaryForms.JSON.of(value -> form.text(value).exact())),
                SQLDataType.JSONB);
    }

    @SuppressWarnings("unchecked") // as above
    private static <E> ColumnType<List<E>> list(
            LogicalType logical, ColumnType<E> element, BinaryForm<List<E>> binary, DataType<E> base) {
        ListForm<E> form = new ListForm<>(element);
        Codec<List<E>> json = new ListCodec<>(form, false);
        return new ColumnType<>(
                logical,
                (Class<List<E>>) (Class<?>) List.class,
                form,
                form,
                new Codecs<>(new ListCodec<>(form, true), json, json, binary),
                base.array());
    }

    /**
     * {@code BigDecimal} of a fixed precision and scale.
     *
     * @param precision all digits, 1 to 38
     * @param scale digits after the point, 0 to precision
     */
    public static ColumnType<BigDecimal> decimal(int precision, int scale) {
        return new ColumnType<>(
                LogicalType.DECIMAL,
                BigDecimal.class,
                new DecimalLimits(precision, scale),
                ColumnTypes::coerceDecimal,
                new Codecs<>(
                        BasicCodecs.DECIMAL, BasicCodecs.DECIMAL, new SqliteDecimalCodec(scale), BinaryForms.DECIMAL),
                SQLDataType.NUMERIC(precision, scale));
    }

    /**
     * {@code BigInteger} of at most so many digits.
     *
     * @param precision all digits, 1 to 38
     */
    public static ColumnType<BigInteger> bigInteger(int precision) {
        DecimalLimits digits = new DecimalLimits(precision, 0);
        return new ColumnType<>(
                LogicalType.BIG_INTEGER,
                BigInteger.class,
                new BigIntegerLimits(digits),
                value -> coerceBigInteger(digits, value),
                new Codecs<>(
                        bigInteger(BasicCodecs.DECIMAL),
                        bigInteger(BasicCodecs.DECIMAL),
                        bigInteger(new SqliteDecimalCodec(0)),
                        BinaryForms.DECIMAL.of(BigDecimal::new)),
                SQLDataType.NUMERIC(precision, 0));
    }

    private static Codec<BigInteger> bigInteger(Codec<BigDecimal> stored) {
        return BasicCodecs.mapped(stored, BigDecimal::toBigIntegerExact, BigDecimal::new);
    }

    /**
     * {@code String} with a limit.
     *
     * @param length the longest text in code points, 1 to 16,383
     */
    public static ColumnType<String> varchar(int length) {
        return text(LogicalType.VARCHAR, length);
    }

    /**
     * An enum, stored by its constant's name.
     *
     * @param type the enum
     * @param constants its constants, so that none is looked up by reflection
     * @param length the longest name the column holds
     */
    public static <E extends Enum<E>> ColumnType<E> enumeration(Class<E> type, E[] constants, int length) {
        EnumCodec<E> codec = new EnumCodec<>(type, constants);
        return new ColumnType<>(
                LogicalType.ENUM,
                type,
                Limits.none(),
                Coercion.parsed(type, codec::constant, "one of " + codec.names()),
                Codecs.same(codec, BinaryForms.TEXT.of(E::name)),
                SQLDataType.VARCHAR(length));
    }

    private static Codec<OffsetDateTime> atUtc(Codec<Instant> stored) {
        return BasicCodecs.mapped(stored, value -> value.atOffset(ZoneOffset.UTC), OffsetDateTime::toInstant);
    }

    private static ColumnType<String> text(LogicalType logical, int length) {
        return new ColumnType<>(
                logical,
                String.class,
                new TextLimits(length),
                Coercion.exact(String.class, "a string"),
                Codecs.same(BasicCodecs.TEXT, BinaryForms.TEXT),
                length == 0 ? SQLDataType.CLOB : SQLDataType.VARCHAR(length));
    }

    private static BigDecimal coerceDecimal(Object value) {
        String expected = "a decimal such as \"9.90\"";
        return value instanceof Number number
                ? Coercion.decimal(number, expected)
                : Coercion.parsed(BigDecimal.class, BigDecimal::new, expected).coerce(value);
    }

    private static BigInteger coerceBigInteger(DecimalLimits digits, Object value) {
        String expected = "a whole number such as \"12345678901234567890\"";
        return value instanceof Number number && !(value instanceof BigInteger)
                ? BigIntegerLimits.exact(digits, Coercion.decimal(number, expected))
                : Coercion.parsed(BigInteger.class, BigIntegerLimits::parse, expected)
                        .coerce(value);
    }

    private static UUID uuid(String text) {
        UUID value = java.util.UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("shortened");
        }
        return value;
    }
}
