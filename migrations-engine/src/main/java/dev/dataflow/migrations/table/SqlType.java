package dev.dataflow.migrations.table;

/**
 * A column's type on one database.
 *
 * @param family what kind of type it is
 * @param sql the type as the database writes it
 * @param size bits of a number, characters of text, bytes of binary, digits of a decimal, digits of a second's fraction;
 *     {@link #UNLIMITED} for no limit
 * @param scale a decimal's digits after the point; else 0
 */
public record SqlType(TypeFamily family, String sql, int size, int scale) {

    /** The size of a type without a limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** A type without a limit. */
    public static SqlType of(TypeFamily family, String sql) {
        return new SqlType(family, sql, UNLIMITED, 0);
    }

    /** A type with a limit. */
    public static SqlType of(TypeFamily family, String sql, int size) {
        return new SqlType(family, sql, size, 0);
    }

    @Override
    public String toString() {
        return sql;
    }
}
