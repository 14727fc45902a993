package dev.dataflow.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a model.
 *
 * @param name the component's name, or the column's for a managed column that no component surfaces
 * @param column the column's name in the table
 * @param type what it holds
 * @param javaType the component's type as written, such as {@code long} or {@code java.math.BigDecimal}
 * @param nullable whether NULL is allowed
 * @param length the longest string in code points, for {@link LogicalType#VARCHAR} and {@link LogicalType#ENUM}; else 0
 * @param precision all digits of a {@link LogicalType#DECIMAL} or {@link LogicalType#BIG_INTEGER}; else 0
 * @param scale digits after the point of a {@link LogicalType#DECIMAL}; else 0
 * @param collation the collation's name, or null for code point order
 * @param defaultValue the default as the literal in the source, or null
 * @param constants the names of an {@link LogicalType#ENUM}'s constants in order; else empty
 * @param managed what the runtime fills it with, or null for a column callers write
 * @param component whether the model's type has a component for it
 */
public record ColumnDescriptor(
        String name,
        String column,
        LogicalType type,
        String javaType,
        boolean nullable,
        int length,
        int precision,
        int scale,
        @Nullable String collation,
        @Nullable String defaultValue,
        List<String> constants,
        @Nullable ManagedColumn managed,
        boolean component) {

    /** Copies the list. */
    public ColumnDescriptor {
        constants = List.copyOf(constants);
    }
}
