package dev.dataflow.migrations.storage;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB. Floats are doubles, because FLOAT is printed with six digits; instants are DATETIME in UTC, because TIMESTAMP
 * depends on the session's zone and ends in 2038.
 */
final class MySqlStorage implements Storage {

    private final DatabaseEngine engine;

    MySqlStorage(DatabaseEngine engine) {
        this.engine = engine;
    }

    @Override
    public SqlType type(ColumnDescriptor column) {
        return switch (column.type()) {
            case BOOLEAN -> SqlType.of(TypeFamily.BOOLEAN, "boolean");
            case INT8 -> SqlType.of(TypeFamily.INTEGER, "tinyint", 8);
            case INT16 -> SqlType.of(TypeFamily.INTEGER, "smallint", 16);
            case INT32 -> SqlType.of(TypeFamily.INTEGER, "int", 32);
            case INT64, DURATION -> SqlType.of(TypeFamily.INTEGER, "bigint", 64);
            case FLOAT32, FLOAT64 -> SqlType.of(TypeFamily.FLOAT, "double", 64);
            case DECIMAL ->
                new SqlType(
                        TypeFamily.DECIMAL,
                        "decimal(" + column.precision() + "," + column.scale() + ")",
                        column.precision(),
                        column.scale());
            case BIG_INTEGER ->
                SqlType.of(TypeFamily.DECIMAL, "decimal(" + column.precision() + ",0)", column.precision());
            case TEXT -> SqlType.of(TypeFamily.TEXT, "longtext");
            case VARCHAR, ENUM -> SqlType.of(TypeFamily.TEXT, "varchar(" + column.length() + ")", column.length());
            case BYTES -> SqlType.of(TypeFamily.BINARY, "longblob");
            case UUID -> SqlType.of(TypeFamily.UUID, "binary(16)", 16);
            case INSTANT, OFFSET_DATE_TIME, DATE_TIME -> SqlType.of(TypeFamily.DATE_TIME, "datetime(6)", 6);
            case DATE -> SqlType.of(TypeFamily.DATE, "date");
            case TIME -> SqlType.of(TypeFamily.TIME, "time(6)", 6);
            // its own type JSON makes doubles of long numbers
            case JSON, TEXT_LIST, INT64_LIST -> SqlType.of(TypeFamily.TEXT, "longtext");
        };
    }

    @Override
    public @Nullable String collation(ColumnDescriptor column) {
        return CollationNames.of(engine, column.collation(), null);
    }

    @Override
    public Optional<String> condition(ColumnDescriptor column, String quoted) {
        // MariaDB's parser gives up at 32 levels, and takes deeper JSON for none
        boolean tooDeep = engine == DatabaseEngine.MARIADB && column.type() == LogicalType.JSON;
        return column.type().isComposite() && !tooDeep ? Optional.of("json_valid(" + quoted + ")") : Optional.empty();
    }

    @Override
    public String defaultSql(ColumnDescriptor column, String literal) {
        return switch (column.type()) {
            case BOOLEAN -> Literals.bool(literal) ? "TRUE" : "FALSE";
            case INT8, INT16, INT32, INT64 -> Literals.integer(column, literal);
            case FLOAT32 -> Float.toString(Literals.float32(literal));
            case FLOAT64 -> Double.toString(Literals.float64(literal));
            case DECIMAL, BIG_INTEGER -> Literals.decimal(column, literal).toPlainString();
            case DURATION -> Literals.duration(literal);
            // LONGTEXT takes a default only as an expression
            case TEXT -> "(" + expression(literal) + ")";
            case VARCHAR, ENUM -> text(literal);
            case BYTES, JSON, TEXT_LIST, INT64_LIST ->
                throw new IllegalArgumentException(column.type() + " has no default");
            case UUID -> "X'" + Literals.uuid(literal).toString().replace("-", "") + "'";
            case INSTANT, OFFSET_DATE_TIME -> "'" + Literals.instant(literal, ' ') + "'";
            case DATE -> "'" + Literals.date(literal) + "'";
            case TIME -> "'" + Literals.time(literal) + "'";
            case DATE_TIME -> "'" + Literals.dateTime(literal, ' ') + "'";
        };
    }

    /** MariaDB keeps an expression as text, and would print a text given in hexadecimal without escapes. */
    private String expression(String literal) {
        return engine == DatabaseEngine.MARIADB && literal.indexOf('\\') >= 0
                ? "convert(X'" + hexadecimal(literal) + "' USING utf8mb4)"
                : text(literal);
    }

    /** A backslash is an escape or not, as the session's SQL mode says; in hexadecimal it is neither. */
    private static String text(String literal) {
        return literal.indexOf('\\') < 0 ? Literals.text(literal) : "_utf8mb4 X'" + hexadecimal(literal) + "'";
    }

    private static String hexadecimal(String literal) {
        return HexFormat.of().formatHex(literal.getBytes(StandardCharsets.UTF_8));
    }
}
