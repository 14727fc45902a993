package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the metadata: constant facts, row reader and binder, by position. */
final class MetadataWriter {

    private MetadataWriter() {}

    static TypeSpec write(GeneratedModel model) {
        Set<String> fields = new TreeSet<>(Set.of("INSTANCE"));
        model.columns().forEach(column -> fields.add(column.typeConstant()));
        DefinitionExpression definition = new DefinitionExpression(model, fields);
        TypeSpec.Builder type = MetadataShape.start(model);
        for (GeneratedColumn column : model.components()) {
            if (RowAccess.needsType(column)) {
                type.addField(typeConstant(column, definition.table()));
            }
        }
        return type.addField(MetadataShape.instance(model))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($L$L)", definition.definition(), parts(model))
                        .build())
                .addMethod(read(model))
                .addMethod(bind(model))
                .addMethod(value(model))
                .addMethod(fromValues(model))
                .addMethod(MetadataShape.newInstance("newDraft", model.names().draft()))
                .addMethod(MetadataShape.newInstance("newPatch", model.names().patch()))
                .addTypes(model.isComposite() ? List.of(KeyPartsWriter.write(model)) : List.of())
                .build();
    }

    private static CodeBlock parts(GeneratedModel model) {
        return model.isComposite() ? CodeBlock.of(", new $L()", KeyPartsWriter.NAME) : CodeBlock.of("");
    }

    private static FieldSpec typeConstant(GeneratedColumn column, CodeBlock table) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.COLUMN_TYPE, column.boxed()), column.typeConstant())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.<$T>type($L.$L)", RuntimeTypes.MODEL_METADATA, column.boxed(), table, column.constant())
                .build();
    }

    private static MethodSpec read(GeneratedModel model) {
        List<CodeBlock> values = new ArrayList<>();
        int position = 1;
        for (GeneratedColumn column : model.components()) {
            values.add(RowAccess.read(column, position));
            position += column.offset().isPresent() ? 2 : 1;
        }
        return MetadataShape.read(model)
                .addCode(PropertyAccess.create(model, values))
                .build();
    }

    private static MethodSpec fromValues(GeneratedModel model) {
        List<CodeBlock> values = new ArrayList<>();
        for (GeneratedColumn column : model.components()) {
            values.add(
                    column.logical() != null && column.logical().isComposite()
                            // a cast to a generic type would be unchecked
                            ? CodeBlock.of("$L.cast(values[$L])", column.typeConstant(), values.size())
                            : CodeBlock.of("($T) values[$L]", column.javaType(), values.size()));
        }
        return MetadataShape.fromValues(model)
                .addCode(PropertyAccess.create(model, values))
                .build();
    }

    private static MethodSpec bind(GeneratedModel model) {
        return MetadataShape.bind(model)
                .beginControlFlow("switch (column)")
                .addCode(cases(model, RowAccess::bind))
                .endControlFlow()
                .build();
    }

    private static MethodSpec value(GeneratedModel model) {
        return MetadataShape.value(model)
                .beginControlFlow("return switch (column)")
                .addCode(cases(model, RowAccess::value))
                .addCode("$<};\n")
                .build();
    }

    private static CodeBlock cases(GeneratedModel model, Function<GeneratedColumn, CodeBlock> of) {
        CodeBlock.Builder cases = CodeBlock.builder();
        int position = 0;
        for (GeneratedColumn column : model.components()) {
            cases.add("case $L -> $L;\n", position++, of.apply(column));
        }
        return cases.add("default -> throw noComponent(column);\n").build();
    }
}
