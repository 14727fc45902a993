package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedModel;
import javax.lang.model.element.Modifier;

/** Writes the metadata of a model that has errors: it compiles, so that nothing but the errors is reported. */
final class SkeletonMetadataWriter {

    private static final CodeBlock FAIL =
            CodeBlock.of("throw new $T(\"the model has errors\")", IllegalStateException.class);

    private SkeletonMetadataWriter() {}

    static TypeSpec write(GeneratedModel model) {
        return MetadataShape.start(model)
                .addField(MetadataShape.instance(model))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super(definitionOf())")
                        .build())
                .addMethod(MethodSpec.methodBuilder("definitionOf")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(ParameterizedTypeName.get(RuntimeTypes.MODEL_DEFINITION, model.typeName()))
                        .addStatement(FAIL)
                        .build())
                .addMethod(MetadataShape.read(model).addStatement(FAIL).build())
                .addMethod(MetadataShape.bind(model).addStatement(FAIL).build())
                .addMethod(MetadataShape.value(model).addStatement(FAIL).build())
                .addMethod(MetadataShape.fromValues(model).addStatement(FAIL).build())
                .addMethod(MetadataShape.newInstance("newDraft", model.names().draft()))
                .addMethod(MetadataShape.newInstance("newPatch", model.names().patch()))
                .build();
    }
}
