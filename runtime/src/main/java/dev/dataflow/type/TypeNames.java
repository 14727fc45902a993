package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL calls types. */
final class TypeNames {

    private TypeNames() {}

    /** The name of a type whose NULL the driver cannot tell from its JDBC type; null where it can. */
    static @Nullable String ofNull(Codec<?> codec) {
        return switch (codec.jdbcType()) {
            case Types.OTHER -> codec.typeName();
            case Types.TIME -> "time";
            case Types.TIMESTAMP -> "timestamp";
            case Types.TIMESTAMP_WITH_TIMEZONE -> "timestamptz";
            default -> null;
        };
    }

    /** The name of an array of a type; null where none is known. */
    static @Nullable String ofArray(ColumnType<?> type) {
        Codec<?> codec = type.codec(DatabaseEngine.POSTGRESQL);
        String element = switch (codec.jdbcType()) {
            case Types.BOOLEAN -> "bool";
            case Types.SMALLINT -> "int2";
            case Types.INTEGER -> "int4";
            case Types.BIGINT -> "int8";
            case Types.REAL -> "float4";
            case Types.DOUBLE -> "float8";
            case Types.NUMERIC -> "numeric";
            case Types.VARCHAR -> "text";
            case Types.BINARY -> "bytea";
            case Types.DATE -> "date";
            default -> ofNull(codec);
        };
        // arrays of arrays have no name of their own
        return element == null || element.endsWith("[]") ? null : element + "[]";
    }
}
