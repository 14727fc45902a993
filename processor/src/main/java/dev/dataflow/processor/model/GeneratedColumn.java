package dev.dataflow.processor.model;

import com.palantir.javapoet.TypeName;
import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a generated table.
 *
 * @param name the component's name, or the column's for a managed column that no component surfaces
 * @param column its name in the table
 * @param constant its constant in the generated table
 * @param typeConstant the constant of its type in the generated metadata
 * @param javaType the component's type
 * @param logical what it holds; null when the component's type is no column type, in a model that has errors
 * @param constants the names of an enum's constants, else empty
 * @param nullable whether NULL is allowed
 * @param size its limits
 * @param collation what its text is compared by; null for code point order
 * @param defaultValue the literal of its default, or null
 * @param managed what the runtime fills it with, or null
 * @param access how generated code gets at the component; null when there is none
 * @param conversion how its type is stored as another; null when it is not
 * @param renamedFrom names it had before
 */
public record GeneratedColumn(
        String name,
        String column,
        String constant,
        String typeConstant,
        TypeName javaType,
        @Nullable LogicalType logical,
        List<String> constants,
        boolean nullable,
        Size size,
        @Nullable CollationDescriptor collation,
        @Nullable String defaultValue,
        @Nullable ManagedColumn managed,
        @Nullable Access access,
        @Nullable Conversion conversion,
        List<String> renamedFrom) {

    /** Copies the lists. */
    public GeneratedColumn {
        constants = List.copyOf(constants);
        renamedFrom = List.copyOf(renamedFrom);
    }

    /** The name of the second column that holds the offset of an {@code OffsetDateTime}; empty for every other type. */
    public Optional<String> offset() {
        return logical == LogicalType.OFFSET_DATE_TIME
                ? Optional.of(column + ColumnDescriptor.OFFSET_SUFFIX)
                : Optional.empty();
    }

    /** Whether the model has a component for it. */
    public boolean component() {
        return access != null;
    }

    /** The type that is stored. */
    public TypeName storedType() {
        return conversion == null ? javaType : conversion.stored();
    }

    /** Its type as a type argument. */
    public TypeName boxed() {
        return javaType.isPrimitive() ? javaType.box() : javaType;
    }

    /**
     * A column's limits; 0 where there is none.
     *
     * @param length the longest text in code points
     * @param precision all digits of a decimal
     * @param scale its digits after the point
     */
    public record Size(int length, int precision, int scale) {

        /** No limits. */
        public static final Size NONE = new Size(0, 0, 0);

        /** The limit of a text. */
        public static Size ofText(int length) {
            return new Size(length, 0, 0);
        }
    }
}
