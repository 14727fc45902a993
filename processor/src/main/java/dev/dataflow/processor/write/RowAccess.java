package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.dataflow.processor.model.GeneratedColumn;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a column is read from a row and bound to a statement: primitives without boxing. Type arguments are said here and in
 * the definition, since javac takes half as long again for the metadata when it infers them.
 */
final class RowAccess {

    private static final Map<TypeName, String> READERS = Map.of(
            TypeName.BOOLEAN, "bool",
            TypeName.BYTE, "int8",
            TypeName.SHORT, "int16",
            TypeName.INT, "int32",
            TypeName.LONG, "int64",
            TypeName.FLOAT, "float32",
            TypeName.DOUBLE, "float64");

    private static final Map<TypeName, String> BINDERS = Map.of(
            TypeName.BOOLEAN, "bool",
            TypeName.BYTE, "int32",
            TypeName.SHORT, "int32",
            TypeName.INT, "int32",
            TypeName.LONG, "int64");

    private RowAccess() {}

    /** Reads from {@code row} at a position. */
    static CodeBlock read(GeneratedColumn column, int position) {
        return Optional.ofNullable(primitive(column, READERS))
                .map(reader -> CodeBlock.of("row.$L($L)", reader, position))
                .orElseGet(() -> CodeBlock.of("row.<$T>get($L, $L)", column.boxed(), position, column.typeConstant()));
    }

    /** Binds the value of {@code model} to {@code out}. */
    static CodeBlock bind(GeneratedColumn column) {
        return Optional.ofNullable(primitive(column, BINDERS))
                .map(binder -> CodeBlock.of("out.$L($L)", binder, value(column)))
                .orElseGet(() ->
                        CodeBlock.of("out.<$T>set($L, $L)", column.boxed(), value(column), column.typeConstant()));
    }

    /** The value of {@code model}. */
    static CodeBlock value(GeneratedColumn column) {
        return PropertyAccess.get(column);
    }

    /** Whether either needs the column's type. */
    static boolean needsType(GeneratedColumn column) {
        return primitive(column, READERS) == null || primitive(column, BINDERS) == null;
    }

    private static @Nullable String primitive(GeneratedColumn column, Map<TypeName, String> methods) {
        return column.conversion() == null ? methods.get(column.javaType()) : null;
    }
}
