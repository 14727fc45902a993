package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;
import java.util.Locale;

/** SQLite's types: four in strict tables, elsewhere whatever was written, of which SQLite looks at a few letters. */
final class SqliteTypes implements TypeReader {

    private static final String STRICT = "strict ";

    @Override
    public SqlType read(String text) {
        boolean strict = text.startsWith(STRICT);
        String declared = strict ? text.substring(STRICT.length()) : text;
        String upper = declared.toUpperCase(Locale.ROOT);
        TypeFamily family = strict ? strict(upper) : affinity(upper);
        return SqlType.of(family, declared.isEmpty() ? "without a type" : declared);
    }

    private static TypeFamily strict(String type) {
        return switch (type) {
            case "INT", "INTEGER" -> TypeFamily.INTEGER;
            case "REAL" -> TypeFamily.FLOAT;
            case "TEXT" -> TypeFamily.TEXT;
            case "BLOB" -> TypeFamily.BINARY;
            default -> TypeFamily.ANY;
        };
    }

    /** SQLite's own rules, in their order. */
    private static TypeFamily affinity(String type) {
        if (type.contains("INT")) {
            return TypeFamily.INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TypeFamily.TEXT;
        }
        if (type.isEmpty() || type.contains("BLOB")) {
            return TypeFamily.ANY;
        }
        if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return TypeFamily.FLOAT;
        }
        return TypeFamily.NUMERIC;
    }
}
