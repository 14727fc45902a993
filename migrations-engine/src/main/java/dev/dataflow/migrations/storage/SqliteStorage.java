package dev.dataflow.migrations.storage;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.type.SortableDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQLite, in STRICT tables. It has four types; checks keep the limits that other databases have in theirs. */
final class SqliteStorage implements Storage {

    @Override
    public SqlType type(ColumnDescriptor column) {
        return switch (column.type()) {
            case BOOLEAN -> SqlType.of(TypeFamily.BOOLEAN, "INTEGER");
            case INT8, INT16, INT32, INT64, DURATION -> SqlType.of(TypeFamily.INTEGER, "INTEGER");
            case FLOAT32, FLOAT64 -> SqlType.of(TypeFamily.FLOAT, "REAL");
            case DECIMAL, BIG_INTEGER -> SqlType.of(TypeFamily.DECIMAL, "TEXT");
            case TEXT, VARCHAR, ENUM -> SqlType.of(TypeFamily.TEXT, "TEXT");
            case BYTES -> SqlType.of(TypeFamily.BINARY, "BLOB");
            case UUID -> SqlType.of(TypeFamily.UUID, "TEXT");
            case INSTANT, OFFSET_DATE_TIME -> SqlType.of(TypeFamily.INSTANT, "TEXT");
            case DATE -> SqlType.of(TypeFamily.DATE, "TEXT");
            case TIME -> SqlType.of(TypeFamily.TIME, "TEXT");
            case DATE_TIME -> SqlType.of(TypeFamily.DATE_TIME, "TEXT");
            case JSON, TEXT_LIST, INT64_LIST -> SqlType.of(TypeFamily.TEXT, "TEXT");
        };
    }

    @Override
    public @Nullable String collation(ColumnDescriptor column) {
        return CollationNames.of(DatabaseEngine.SQLITE, column.collation(), null);
    }

    @Override
    public Optional<String> condition(ColumnDescriptor column, String quoted) {
        return switch (column.type()) {
            case BOOLEAN -> Optional.of(quoted + " IN (0, 1)");
            case INT8 -> between(quoted, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> between(quoted, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> between(quoted, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case VARCHAR, ENUM -> Optional.of("length(" + quoted + ") <= " + column.length());
            case JSON, TEXT_LIST, INT64_LIST -> Optional.of("json_valid(" + quoted + ")");
            default -> Optional.empty();
        };
    }

    @Override
    public String defaultSql(ColumnDescriptor column, String literal) {
        return switch (column.type()) {
            case BOOLEAN -> Literals.bool(literal) ? "1" : "0";
            case INT8, INT16, INT32, INT64 -> Literals.integer(column, literal);
            case FLOAT32 -> Float.toString(Literals.float32(literal));
            case FLOAT64 -> Double.toString(Literals.float64(literal));
            case DURATION -> Literals.duration(literal);
            case DECIMAL, BIG_INTEGER -> "'" + SortableDecimal.encode(Literals.decimal(column, literal)) + "'";
            case TEXT, VARCHAR, ENUM -> Literals.text(literal);
            case BYTES, JSON, TEXT_LIST, INT64_LIST ->
                throw new IllegalArgumentException(column.type() + " has no default");
            case UUID -> "'" + Literals.uuid(literal) + "'";
            case INSTANT, OFFSET_DATE_TIME -> "'" + Literals.instant(literal, 'T') + "Z'";
            case DATE -> "'" + Literals.date(literal) + "'";
            case TIME -> "'" + Literals.time(literal) + "'";
            case DATE_TIME -> "'" + Literals.dateTime(literal, 'T') + "'";
        };
    }

    private static Optional<String> between(String quoted, int least, int most) {
        return Optional.of(quoted + " BETWEEN " + least + " AND " + most);
    }
}
