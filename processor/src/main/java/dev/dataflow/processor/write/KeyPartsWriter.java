package dev.dataflow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how the metadata takes a composite key apart and makes one, by column position. */
final class KeyPartsWriter {

    static final String NAME = "Parts";

    private static final TypeName NULLABLE_OBJECT = Nullness.nullable(ClassName.get(Object.class));

    private KeyPartsWriter() {}

    static TypeSpec write(GeneratedModel model) {
        return TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(
                        RuntimeTypes.KEY_PARTS, model.names().key()))
                .addMethod(part(model))
                .addMethod(of(model))
                .build();
    }

    private static MethodSpec part(GeneratedModel model) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int position : model.key()) {
            cases.add(
                    "case $L -> key.$L();\n",
                    position,
                    model.columns().get(position).name());
        }
        cases.add("default -> throw new $T(\"no part of the key\");\n", IllegalArgumentException.class);
        return Shapes.override("part", NULLABLE_OBJECT)
                .addParameter(model.names().key(), "key")
                .addParameter(TypeName.INT, "column")
                .beginControlFlow("return switch (column)")
                .addCode(cases.build())
                .addCode("$<};\n")
                .build();
    }

    private static MethodSpec of(GeneratedModel model) {
        List<CodeBlock> values = new ArrayList<>();
        for (int position : model.key()) {
            GeneratedColumn part = model.columns().get(position);
            values.add(CodeBlock.of("\n($T) values[$L]", KeyForm.partType(part), position));
        }
        return Shapes.override("of", model.names().key())
                .addParameter(ArrayTypeName.of(NULLABLE_OBJECT), "values")
                .addStatement("return new $T($L)", model.names().key(), CodeBlock.join(values, ","))
                .build();
    }
}
