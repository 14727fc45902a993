package dev.dataflow.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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
 * @param collation the collation of a text, or null for code point order, which a reference takes from the key it holds
 * @param defaultValue the default as the literal in the source, or null
 * @param constants the names of an {@link LogicalType#ENUM}'s constants in order; else empty
 * @param managed what the runtime fills it with, or null for a column callers write
 * @param component whether the model's type has a component for it
 * @param renamedFrom names the column had before
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
        @Nullable CollationDescriptor collation,
        @Nullable String defaultValue,
        List<String> constants,
        @Nullable ManagedColumn managed,
        boolean component,
        List<String> renamedFrom) {

    /** What the name of the second column of an {@link LogicalType#OFFSET_DATE_TIME} ends with. */
    public static final String OFFSET_SUFFIX = "_offset";

    /** Copies the lists. */
    public ColumnDescriptor {
        constants = List.copyOf(constants);
        renamedFrom = List.copyOf(renamedFrom);
    }

    /**
     * The second column of an {@link LogicalType#OFFSET_DATE_TIME}, which holds the offset from UTC in seconds and is NULL
     * exactly when the first is.
     *
     * @return the column; empty for every other type
     */
    public Optional<ColumnDescriptor> offset() {
        return type != LogicalType.OFFSET_DATE_TIME
                ? Optional.empty()
                : Optional.of(new ColumnDescriptor(
                        name + OFFSET_SUFFIX,
                        column + OFFSET_SUFFIX,
                        LogicalType.INT32,
                        "int",
                        nullable,
                        0,
                        0,
                        0,
                        null,
                        defaultValue == null ? null : offsetOf(defaultValue),
                        List.of(),
                        managed,
                        false,
                        renamedFrom.stream()
                                .map(former -> former + OFFSET_SUFFIX)
                                .toList()));
    }

    /**
     * The same column with another collation.
     *
     * @param other the collation, or null for code point order
     */
    public ColumnDescriptor collated(@Nullable CollationDescriptor other) {
        return new ColumnDescriptor(
                name,
                column,
                type,
                javaType,
                nullable,
                length,
                precision,
                scale,
                other,
                defaultValue,
                constants,
                managed,
                component,
                renamedFrom);
    }

    private static String offsetOf(String literal) {
        return Integer.toString(OffsetDateTime.parse(literal).getOffset().getTotalSeconds());
    }
}
