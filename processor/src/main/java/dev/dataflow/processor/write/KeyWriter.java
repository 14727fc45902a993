package dev.dataflow.processor.write;

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
        return Shapes.method("of", model.names().key(), "The key of a model; DF-105 when it lacks a part.")
                .addModifiers(Modifier.STATIC)
                .addParameter(model.typeName(), "model")
                .addStatement(
                        "return $T.INSTANCE.wholeKeyOf(model)", model.names().metadata())
                .build();
    }
}
