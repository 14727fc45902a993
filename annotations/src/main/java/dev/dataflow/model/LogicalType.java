package dev.dataflow.model;

/** What a column holds, independent of the database. Each database's type map says how it is stored. */
public enum LogicalType {
    /** {@code boolean}. */
    BOOLEAN,
    /** {@code byte}: 8 bits, signed. */
    INT8,
    /** {@code short}: 16 bits, signed. */
    INT16,
    /** {@code int}: 32 bits, signed. */
    INT32,
    /** {@code long}: 64 bits, signed. */
    INT64,
    /** {@code float}, finite. */
    FLOAT32,
    /** {@code double}, finite. */
    FLOAT64,
    /** {@code BigDecimal} of a fixed precision and scale. */
    DECIMAL,
    /** {@code BigInteger} of at most a fixed number of digits. */
    BIG_INTEGER,
    /** {@code String} without a limit. */
    TEXT,
    /** {@code String} with a limit in code points. */
    VARCHAR,
    /** {@code byte[]}. */
    BYTES,
    /** {@code UUID}. */
    UUID,
    /** An enum, stored by its constant's name. */
    ENUM,
    /** {@code Instant}, in microseconds. */
    INSTANT,
    /** {@code OffsetDateTime}: the instant in microseconds, and the offset in a second column. */
    OFFSET_DATE_TIME,
    /** {@code LocalDate}. */
    DATE,
    /** {@code LocalTime}, in microseconds. */
    TIME,
    /** {@code LocalDateTime}, in microseconds. */
    DATE_TIME,
    /** {@code Duration}, in microseconds. */
    DURATION,
    /** Any Java type, as JSON. */
    JSON,
    /** {@code List<String>}. */
    TEXT_LIST,
    /** {@code List<Long>}. */
    INT64_LIST;

    /** Whether it holds many values in one: equal or not, but in no order, and no key or index. */
    public boolean isComposite() {
        return this == JSON || this == TEXT_LIST || this == INT64_LIST;
    }
}
