package dev.dataflow.migrations.schema;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column's type. Types are equal exactly if the database stores alike and drivers see alike: spelling, case, and what a
 * type means when a length is left out make no difference. On SQLite, where a declared type is kept as text, its case
 * and spacing do not matter, and all else does.
 *
 * @param sql the type as the database writes it; everything else is taken from it
 * @param name its name without numbers: {@code character varying}, {@code decimal}, {@code timestamp with time zone}
 * @param length characters of text, bytes of binary, bits of a bit string; null for none
 * @param precision digits of a decimal, or of a second's fraction; null for none
 * @param scale digits of a decimal after the point; null for none
 * @param unsigned whether numbers below zero are left out; MySQL and MariaDB only
 * @param array whether it is an array; PostgreSQL only, which does not keep how many dimensions
 * @param labels the values of an enum or set that stands in the column; MySQL and MariaDB only
 */
public record ColumnType(
        String sql,
        String name,
        @Nullable Integer length,
        @Nullable Integer precision,
        @Nullable Integer scale,
        boolean unsigned,
        boolean array,
        List<String> labels) {

    /** Copies the list. */
    public ColumnType {
        labels = List.copyOf(labels);
    }

    /**
     * Reads a type.
     *
     * @param engine the database
     * @param sql the type as the database writes it, or as people do
     */
    public static ColumnType of(DatabaseEngine engine, String sql) {
        return switch (engine) {
            case POSTGRESQL -> PostgresTypeForm.read(sql);
            case MYSQL, MARIADB -> MySqlTypeForm.read(engine, sql);
            case SQLITE -> SqliteTypeForm.read(sql);
        };
    }

    @Override
    public String toString() {
        return sql;
    }
}
