package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.model.GeneratedColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;

/** The expression for a column's default, from a literal that was checked before. */
final class DefaultExpression {

    private DefaultExpression() {}

    static CodeBlock of(GeneratedColumn column, LogicalType logical, String literal, Set<String> fields) {
        return switch (logical) {
            case BOOLEAN -> CodeBlock.of("$L", literal);
            case INT8 -> CodeBlock.of("(byte) $L", Byte.parseByte(literal));
            case INT16 -> CodeBlock.of("(short) $L", Short.parseShort(literal));
            case INT32 -> CodeBlock.of("$L", Integer.parseInt(literal));
            case INT64 -> CodeBlock.of("$LL", Long.parseLong(literal));
            case FLOAT32 -> CodeBlock.of("$Lf", Float.parseFloat(literal));
            case FLOAT64 -> CodeBlock.of("$Ld", Double.parseDouble(literal));
            case DECIMAL -> CodeBlock.of("new $T($L)", BigDecimal.class, Literals.of(literal));
            case BIG_INTEGER -> CodeBlock.of("new $T($L)", BigInteger.class, Literals.of(literal));
            case TEXT, VARCHAR -> CodeBlock.of("$L", Literals.of(literal));
            case ENUM -> CodeBlock.of("$L.$L", Expressions.type((ClassName) column.javaType(), fields), literal);
            case UUID -> call(column, "fromString", literal, fields);
            case INSTANT, OFFSET_DATE_TIME, DATE, TIME, DATE_TIME, DURATION -> call(column, "parse", literal, fields);
            case BYTES, JSON, TEXT_LIST, INT64_LIST -> throw new IllegalArgumentException(logical + " has no literal");
        };
    }

    private static CodeBlock call(GeneratedColumn column, String factory, String literal, Set<String> fields) {
        return CodeBlock.of(
                "$L.$L($L)", Expressions.type((ClassName) column.javaType(), fields), factory, Literals.of(literal));
    }
}
