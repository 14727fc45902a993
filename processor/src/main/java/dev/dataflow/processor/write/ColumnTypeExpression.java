package dev.dataflow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.model.Conversion;
import dev.dataflow.processor.model.GeneratedColumn;
import java.util.Set;

/** The expression for a column's type in the generated table. */
final class ColumnTypeExpression {

    private ColumnTypeExpression() {}

    /**
     * The expression.
     *
     * @param column the column
     * @param logical what it holds
     * @param fields the fields in scope
     */
    static CodeBlock of(GeneratedColumn column, LogicalType logical, Set<String> fields) {
        CodeBlock stored = stored(column, logical, fields);
        Conversion conversion = column.conversion();
        if (conversion == null) {
            return stored;
        }
        return conversion.converter() == null
                ? CodeBlock.of(
                        "$T.converted($T.class, $L, $L::$L, $L::$L)",
                        RuntimeTypes.COLUMN_TYPES,
                        column.boxed(),
                        stored,
                        Expressions.type((ClassName) column.javaType(), fields),
                        conversion.from(),
                        Expressions.type((ClassName) column.javaType(), fields),
                        conversion.to())
                : CodeBlock.of(
                        "$T.converted($T.class, $L, new $T())",
                        RuntimeTypes.COLUMN_TYPES,
                        column.boxed(),
                        stored,
                        conversion.converter());
    }

    private static CodeBlock stored(GeneratedColumn column, LogicalType logical, Set<String> fields) {
        return switch (logical) {
            case DECIMAL ->
                CodeBlock.of(
                        "$T.decimal($L, $L)",
                        RuntimeTypes.COLUMN_TYPES,
                        column.size().precision(),
                        column.size().scale());
            case BIG_INTEGER ->
                CodeBlock.of(
                        "$T.bigInteger($L)",
                        RuntimeTypes.COLUMN_TYPES,
                        column.size().precision());
            case VARCHAR ->
                CodeBlock.of(
                        "$T.varchar($L)",
                        RuntimeTypes.COLUMN_TYPES,
                        column.size().length());
            case ENUM ->
                CodeBlock.of(
                        "$T.enumeration($T.class, $L.values(), $L)",
                        RuntimeTypes.COLUMN_TYPES,
                        column.storedType(),
                        Expressions.type((ClassName) column.storedType(), fields),
                        column.size().length());
            case JSON -> CodeBlock.of("$T.json($L)", RuntimeTypes.COLUMN_TYPES, jsonType(column.javaType()));
            default -> CodeBlock.of("$T.$L", RuntimeTypes.COLUMN_TYPES, logical.name());
        };
    }

    /** A type by its class literals, down to its type arguments. */
    private static CodeBlock jsonType(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            CodeBlock.Builder arguments = CodeBlock.builder().add("$T.class", generic.rawType());
            generic.typeArguments().forEach(argument -> arguments.add(", $L", jsonType(argument)));
            return of(arguments.build());
        }
        if (type instanceof WildcardTypeName wildcard) {
            return jsonType(
                    wildcard.lowerBounds().isEmpty()
                            ? wildcard.upperBounds().get(0)
                            : wildcard.lowerBounds().get(0));
        }
        return type instanceof ArrayTypeName array && array.componentType() instanceof ParameterizedTypeName element
                ? of(CodeBlock.of("Object[].class, $L", jsonType(element)))
                : of(CodeBlock.of("$T.class", type));
    }

    private static CodeBlock of(CodeBlock arguments) {
        return CodeBlock.of("$T.of($L)", RuntimeTypes.JSON_TYPE, arguments);
    }
}
