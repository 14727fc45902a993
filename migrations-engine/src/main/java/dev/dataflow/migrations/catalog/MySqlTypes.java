package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;

/**
 * MySQL's types, as COLUMN_TYPE writes them. Unsigned integers count as signed ones of their size: what they lack are
 * negative numbers, which the server refuses and never changes.
 */
final class MySqlTypes implements TypeReader {

    @Override
    public SqlType read(String text) {
        TypeText type = TypeText.of(text);
        String name = type.name().replace(" unsigned", "").replace(" zerofill", "");
        return switch (name) {
            case "bit" -> type.first() == 1 ? SqlType.of(TypeFamily.BOOLEAN, text) : SqlType.of(TypeFamily.OTHER, text);
            case "tinyint" -> SqlType.of(TypeFamily.INTEGER, text, 8);
            case "smallint" -> SqlType.of(TypeFamily.INTEGER, text, 16);
            case "mediumint" -> SqlType.of(TypeFamily.INTEGER, text, 24);
            case "int" -> SqlType.of(TypeFamily.INTEGER, text, 32);
            case "bigint" -> SqlType.of(TypeFamily.INTEGER, text, 64);
            case "float" -> SqlType.of(TypeFamily.FLOAT, text, 32);
            // double(10,2) rounds
            case "double" ->
                type.first() < 0 ? SqlType.of(TypeFamily.FLOAT, text, 64) : SqlType.of(TypeFamily.OTHER, text);
            case "decimal" -> new SqlType(TypeFamily.DECIMAL, text, type.firstOr(10), Math.max(0, type.second()));
            case "varchar" -> SqlType.of(TypeFamily.TEXT, text, type.first());
            // these count bytes, and a character can have four
            case "tinytext" -> SqlType.of(TypeFamily.TEXT, text, 255 / 4);
            case "text" -> SqlType.of(TypeFamily.TEXT, text, 65_535 / 4);
            case "mediumtext" -> SqlType.of(TypeFamily.TEXT, text, 16_777_215 / 4);
            case "longtext" -> SqlType.of(TypeFamily.TEXT, text);
            case "varbinary" -> SqlType.of(TypeFamily.BINARY, text, type.first());
            case "tinyblob" -> SqlType.of(TypeFamily.BINARY, text, 255);
            case "blob" -> SqlType.of(TypeFamily.BINARY, text, 65_535);
            case "mediumblob" -> SqlType.of(TypeFamily.BINARY, text, 16_777_215);
            case "longblob" -> SqlType.of(TypeFamily.BINARY, text);
            case "binary" ->
                type.first() == 16 ? SqlType.of(TypeFamily.UUID, text, 16) : SqlType.of(TypeFamily.OTHER, text);
            case "date" -> SqlType.of(TypeFamily.DATE, text);
            case "time" -> SqlType.of(TypeFamily.TIME, text, type.firstOr(0));
            case "datetime" -> SqlType.of(TypeFamily.DATE_TIME, text, type.firstOr(0));
            default -> SqlType.of(TypeFamily.OTHER, text);
        };
    }
}
