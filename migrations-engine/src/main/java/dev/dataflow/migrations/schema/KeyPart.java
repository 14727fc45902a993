package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of an index or a key.
 *
 * @param column the column; null for an expression
 * @param expression the expression as the server writes it; null for a column
 * @param descending whether it goes down
 * @param nulls where NULL stands; {@link NullOrder#DEFAULT} where the database puts it by itself
 * @param collation its collation, when that is not the column's; else null
 * @param operatorClass its operator class with parameters, when that is not the type's default, on PostgreSQL; else null
 * @param prefix how many characters or bytes of the column, on MySQL and MariaDB; null for all
 */
public record KeyPart(
        @Nullable String column,
        @Nullable String expression,
        boolean descending,
        NullOrder nulls,
        @Nullable String collation,
        @Nullable String operatorClass,
        @Nullable Integer prefix) {

    /** A whole column, going up. */
    public static KeyPart of(String column) {
        return new KeyPart(column, null, false, NullOrder.DEFAULT, null, null, null);
    }

    /** Whole columns, going up. */
    public static List<KeyPart> of(List<String> columns) {
        return columns.stream().map(KeyPart::of).toList();
    }

    /** An expression, going up. */
    public static KeyPart ofExpression(String expression) {
        return new KeyPart(null, expression, false, NullOrder.DEFAULT, null, null, null);
    }

    /** The columns among parts, in order. */
    static List<String> columns(List<KeyPart> parts) {
        return parts.stream().flatMap(part -> Stream.ofNullable(part.column())).toList();
    }
}
