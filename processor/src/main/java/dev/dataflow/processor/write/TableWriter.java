package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the jOOQ table. */
final class TableWriter implements TypeWriter {

    @Override
    public TypeSpec type(GeneratedModel model) {
        ClassName name = model.names().table();
        Set<String> fields = Stream.concat(
                        Stream.of(model.tableConstant()),
                        model.columns().stream().map(GeneratedColumn::constant))
                .collect(Collectors.toSet());
        TypeSpec.Builder type = Shapes.ofModel(name)
                .addModifiers(Modifier.PUBLIC)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.MODEL_TABLE, name))
                .addJavadoc("The table of {@link $T} in jOOQ.\n", model.type())
                .addField(FieldSpec.builder(TypeName.LONG, "serialVersionUID")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1L")
                        .build())
                .addField(FieldSpec.builder(name, model.tableConstant())
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The table under its own name.\n")
                        .initializer("new $T()", name)
                        .build());
        for (GeneratedColumn column : model.columns()) {
            type.addField(field(model, column, fields));
        }
        return type.addMethod(constructor(model))
                .addMethod(aliasConstructor(name))
                .addMethod(aliased(name))
                .build();
    }

    private static FieldSpec field(GeneratedModel model, GeneratedColumn column, Set<String> fields) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                RuntimeTypes.JOOQ_TABLE_FIELD, RuntimeTypes.JOOQ_RECORD, column.boxed()),
                        column.constant())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The column of {@code $L}.\n", column.name())
                .initializer(initializer(model, column, fields))
                .build();
    }

    private static CodeBlock initializer(GeneratedModel model, GeneratedColumn column, Set<String> fields) {
        LogicalType logical = column.logical();
        if (logical == null) {
            return CodeBlock.of("null");
        }
        boolean identity = model.isKey(column) && model.generation() == KeyGeneration.IDENTITY;
        return CodeBlock.of(
                "$L($L, $L)",
                identity ? "identity" : "column",
                Literals.of(column.column()),
                ColumnTypeExpression.of(column, logical, fields));
    }

    private static MethodSpec constructor(GeneratedModel model) {
        String schema = model.schema();
        String table = Literals.of(model.table());
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($L)", schema == null ? table : Literals.of(schema) + ", " + table)
                .build();
    }

    private static MethodSpec aliasConstructor(ClassName table) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.JOOQ_NAME, "alias")
                .addParameter(table, "aliased")
                .addStatement("super(alias, aliased)")
                .build();
    }

    private static MethodSpec aliased(ClassName table) {
        return MethodSpec.methodBuilder("aliased")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(table)
                .addParameter(RuntimeTypes.JOOQ_NAME, "alias")
                .addStatement("return new $T(alias, this)", table)
                .build();
    }
}
