package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;

/** PostgreSQL's types, as format_type writes them. */
final class PostgresTypes implements TypeReader {

    @Override
    public SqlType read(String text) {
        TypeText type = TypeText.of(text);
        return switch (type.name()) {
            case "boolean" -> SqlType.of(TypeFamily.BOOLEAN, text);
            case "smallint" -> SqlType.of(TypeFamily.INTEGER, text, 16);
            case "integer" -> SqlType.of(TypeFamily.INTEGER, text, 32);
            case "bigint" -> SqlType.of(TypeFamily.INTEGER, text, 64);
            case "real" -> SqlType.of(TypeFamily.FLOAT, text, 32);
            case "double precision" -> SqlType.of(TypeFamily.FLOAT, text, 64);
            case "numeric" ->
                type.first() < 0
                        ? SqlType.of(TypeFamily.DECIMAL, text)
                        : new SqlType(TypeFamily.DECIMAL, text, type.first(), Math.max(0, type.second()));
            case "text" -> SqlType.of(TypeFamily.TEXT, text);
            case "character varying" -> SqlType.of(TypeFamily.TEXT, text, type.firstOr(SqlType.UNLIMITED));
            case "bytea" -> SqlType.of(TypeFamily.BINARY, text);
            case "uuid" -> SqlType.of(TypeFamily.UUID, text);
            case "timestamp with time zone" -> SqlType.of(TypeFamily.INSTANT, text, type.firstOr(6));
            case "timestamp without time zone" -> SqlType.of(TypeFamily.DATE_TIME, text, type.firstOr(6));
            case "time without time zone" -> SqlType.of(TypeFamily.TIME, text, type.firstOr(6));
            case "jsonb" -> SqlType.of(TypeFamily.JSON, text);
            case "text[]", "character varying[]" -> SqlType.of(TypeFamily.TEXT_LIST, text);
            case "bigint[]" -> SqlType.of(TypeFamily.INT64_LIST, text);
            case "date" -> SqlType.of(TypeFamily.DATE, text);
            default -> SqlType.of(TypeFamily.OTHER, text);
        };
    }
}
