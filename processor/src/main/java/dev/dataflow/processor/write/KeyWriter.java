package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import javax.lang.model.element.Modifier;

/** Writes the class of a composite key: a record of its parts in the model's order. */
final class KeyWriter implements TypeWriter {

    @Override
    public TypeSpec type(GeneratedModel model) {
        MethodSpec.Builder parts = MethodSpec.constructorBuilder();
        CodeBlock.Builder doc = CodeBlock.builder().add("The key of {@link $T}.\n\n", model.type());
        for (GeneratedColumn part : model.keyColumns()) {
            parts.addParameter(
                    ParameterSpec.builder(KeyForm.partType(part), part.name()).build());
            doc.add("@param $1L its {@code $1L}\n", part.name());
        }
        return Shapes.generatedRecord(model.names().key())
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(parts.build())
                .addJavadoc(doc.build())
                .addMethod(of(model))
                .build();
    }

    private static MethodSpec of(GeneratedModel model) {
        ClassName key = model.names().key();
        CodeBlock values = model.keyColumns().stream()
                .map(part -> CodeBlock.of("\n$L", RowAccess.value(part)))
                .collect(CodeBlock.joining(","));
        return Shapes.method("of", key, "The key of a model.")
                .addModifiers(Modifier.STATIC)
                .addParameter(model.typeName(), "model")
                .addStatement("return new $T($L)", key, values)
                .build();
    }
}
