package dev.dataflow.migrations.storage;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.LogicalType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. It has a type for everything but 8 bits. */
final class PostgresStorage implements Storage {

    @Override
    public SqlType type(ColumnDescriptor column) {
        return switch (column.type()) {
            case BOOLEAN -> SqlType.of(TypeFamily.BOOLEAN, "boolean");
            case INT8 -> SqlType.of(TypeFamily.INTEGER, "smallint", 8);
            case INT16 -> SqlType.of(TypeFamily.INTEGER, "smallint", 16);
            case INT32 -> SqlType.of(TypeFamily.INTEGER, "integer", 32);
            case INT64, DURATION -> SqlType.of(TypeFamily.INTEGER, "bigint", 64);
            case FLOAT32 -> SqlType.of(TypeFamily.FLOAT, "real", 32);
            case FLOAT64 -> SqlType.of(TypeFamily.FLOAT, "double precision", 64);
            case DECIMAL ->
                new SqlType(
                        TypeFamily.DECIMAL,
                        "numeric(" + column.precision() + "," + column.scale() + ")",
                        column.precision(),
                        column.scale());
            case BIG_INTEGER ->
                SqlType.of(TypeFamily.DECIMAL, "numeric(" + column.precision() + ",0)", column.precision());
            case TEXT -> SqlType.of(TypeFamily.TEXT, "text");
            case VARCHAR, ENUM -> SqlType.of(TypeFamily.TEXT, "varchar(" + column.length() + ")", column.length());
            case BYTES -> SqlType.of(TypeFamily.BINARY, "bytea");
            case UUID -> SqlType.of(TypeFamily.UUID, "uuid");
            case INSTANT, OFFSET_DATE_TIME -> SqlType.of(TypeFamily.INSTANT, "timestamptz(6)", 6);
            case DATE -> SqlType.of(TypeFamily.DATE, "date");
            case TIME -> SqlType.of(TypeFamily.TIME, "time(6)", 6);
            case DATE_TIME -> SqlType.of(TypeFamily.DATE_TIME, "timestamp(6)", 6);
            case JSON -> SqlType.of(TypeFamily.JSON, "jsonb");
            case TEXT_LIST -> SqlType.of(TypeFamily.TEXT_LIST, "text[]");
            case INT64_LIST -> SqlType.of(TypeFamily.INT64_LIST, "bigint[]");
        };
    }

    @Override
    public @Nullable String collation(ColumnDescriptor column) {
        return switch (column.type()) {
            case TEXT, VARCHAR, ENUM, TEXT_LIST ->
                CollationNames.of(DatabaseEngine.POSTGRESQL, column.collation(), "C");
            default -> null;
        };
    }

    @Override
    public Optional<String> condition(ColumnDescriptor column, String quoted) {
        return column.type() == LogicalType.INT8 ? Optional.of(quoted + " BETWEEN -128 AND 127") : Optional.empty();
    }

    @Override
    public String defaultSql(ColumnDescriptor column, String literal) {
        return switch (column.type()) {
            case BOOLEAN -> Literals.bool(literal) ? "TRUE" : "FALSE";
            case INT8, INT16, INT32, INT64 -> Literals.integer(column, literal);
            case FLOAT32 -> "'" + Literals.float32(literal) + "'::real";
            case FLOAT64 -> "'" + Literals.float64(literal) + "'::double precision";
            case DECIMAL, BIG_INTEGER -> Literals.decimal(column, literal).toPlainString();
            case DURATION -> Literals.duration(literal);
            case TEXT, VARCHAR, ENUM -> Literals.text(literal);
            case BYTES, JSON, TEXT_LIST, INT64_LIST ->
                throw new IllegalArgumentException(column.type() + " has no default");
            case UUID -> "'" + Literals.uuid(literal) + "'";
            case INSTANT, OFFSET_DATE_TIME -> "'" + Literals.instant(literal, ' ') + "+00'";
            case DATE -> "'" + Literals.date(literal) + "'";
            case TIME -> "'" + Literals.time(literal) + "'";
            case DATE_TIME -> "'" + Literals.dateTime(literal, ' ') + "'";
        };
    }
}
