package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.dataflow.model.LogicalType;
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
                        column.javaType(),
                        Expressions.type((ClassName) column.javaType(), fields),
                        column.size().length());
            default -> CodeBlock.of("$T.$L", RuntimeTypes.COLUMN_TYPES, logical.name());
        };
    }
}
