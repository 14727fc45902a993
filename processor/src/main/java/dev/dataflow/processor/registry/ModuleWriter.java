package dev.dataflow.processor.registry;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.dataflow.model.GeneratedCode;
import dev.dataflow.model.NodeKind;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.write.RelationNames;
import dev.dataflow.processor.write.RuntimeTypes;
import dev.dataflow.processor.write.Shapes;
import dev.dataflow.processor.write.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the module class, by which the runtime finds the models of a source set. */
final class ModuleWriter {

    /** A method may hold 64 KB of byte code; a chunk of models stays far below it. */
    static final int CHUNK = 200;

    private static final String PROCESSOR = "dev.dataflow.processor.RegistryProcessor";
    private static final TypeName ANY = WildcardTypeName.subtypeOf(Object.class);
    private static final TypeName METADATA = ParameterizedTypeName.get(RuntimeTypes.MODEL_METADATA, ANY, ANY, ANY, ANY);
    private static final TypeName NAMES =
            ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class));
    private static final TypeName INVERSES = ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.INVERSE);

    private final List<ModelName> models;

    ModuleWriter(List<ModelName> models) {
        this.models = models;
    }

    SourceFile write(ClassName name) {
        TypeSpec.Builder type = Shapes.generated(name, PROCESSOR)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(RuntimeTypes.MODEL_MODULE)
                .addJavadoc("The models of this source set.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("For the service loader.\n")
                        .build())
                .addMethod(override("contract", TypeName.INT)
                        .addStatement("return $L", GeneratedCode.CONTRACT)
                        .build());
        generatedNames().ifPresent(type::addMethod);
        List<List<ModelName>> chunks = chunks();
        if (chunks.size() == 1) {
            type.addMethods(methods(chunks.get(0)));
        } else {
            type.addMethods(new ChunkedModule(name, chunks).methods());
            for (int i = 0; i < chunks.size(); i++) {
                type.addType(TypeSpec.classBuilder(ChunkedModule.chunk(i))
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addSuperinterface(RuntimeTypes.MODEL_MODULE)
                        .addMethods(methods(chunks.get(i)))
                        .build());
            }
        }
        return SourceFiles.file(name.packageName(), type.build());
    }

    /** The names of nested models' generated classes; those of others follow from the model's. */
    private Optional<MethodSpec> generatedNames() {
        CodeBlock names = models.stream()
                .filter(model -> !model.generated().equals(model.qualified()))
                .map(model -> CodeBlock.of("case $S -> $S;\n", model.qualified(), model.generated()))
                .collect(CodeBlock.joining(""));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(override("generatedName", ClassName.get(String.class))
                        .addParameter(String.class, "model")
                        .beginControlFlow("return switch (model)")
                        .addCode(names)
                        .addCode("default -> model;\n")
                        .addCode("$<};\n")
                        .build());
    }

    private List<List<ModelName>> chunks() {
        List<List<ModelName>> chunks = new ArrayList<>();
        for (int start = 0; start < models.size(); start += CHUNK) {
            chunks.add(models.subList(start, Math.min(models.size(), start + CHUNK)));
        }
        return chunks;
    }

    private static List<MethodSpec> methods(List<ModelName> models) {
        CodeBlock names = models.stream()
                .map(model -> CodeBlock.of("$S", model.qualified()))
                .collect(CodeBlock.joining(",\n"));
        CodeBlock.Builder metadata = CodeBlock.builder();
        CodeBlock.Builder nodes = CodeBlock.builder();
        for (ModelName model : models) {
            metadata.add("case $S -> $T.metadata();\n", model.qualified(), model.nodes());
            nodes.add("case $S -> $T.node(kind, scope);\n", model.qualified(), model.nodes());
        }
        List<MethodSpec> methods = new ArrayList<>(List.of(
                modelsMethod()
                        .addStatement("return $T.of(\n$L)", List.class, names)
                        .build(),
                metadataMethod().addCode(lookup(metadata.build())).build(),
                nodeMethod().addCode(lookup(nodes.build())).build()));
        inverses(models).ifPresent(methods::add);
        return methods;
    }

    private static Optional<MethodSpec> inverses(List<ModelName> models) {
        List<CodeBlock> inverses = models.stream()
                .flatMap(model -> model.references().stream().map(reference -> inverse(model, reference)))
                .toList();
        return inverses.isEmpty()
                ? Optional.empty()
                : Optional.of(inversesMethod()
                        .addStatement("return $T.of(\n$L)", List.class, CodeBlock.join(inverses, ",\n"))
                        .build());
    }

    private static CodeBlock inverse(ModelName model, ReferenceDescriptor reference) {
        String name = reference.inverse();
        return name == null
                ? CodeBlock.of("new $T($S, $S)", RuntimeTypes.INVERSE, reference.target(), model.qualified())
                : CodeBlock.of(
                        "new $T($S, $L, $S)",
                        RuntimeTypes.INVERSE,
                        reference.target(),
                        RelationNames.of(name),
                        model.qualified());
    }

    private static CodeBlock lookup(CodeBlock cases) {
        return CodeBlock.builder()
                .beginControlFlow("return switch (model)")
                .add(cases)
                .add("default -> throw new $T(model);\n", IllegalArgumentException.class)
                .add("$<};\n")
                .build();
    }

    static MethodSpec.Builder modelsMethod() {
        return override("models", NAMES);
    }

    static MethodSpec.Builder inversesMethod() {
        return override("inverses", INVERSES);
    }

    static MethodSpec.Builder metadataMethod() {
        return override("metadata", METADATA).addParameter(String.class, "model");
    }

    static MethodSpec.Builder nodeMethod() {
        return override("node", RuntimeTypes.NODE)
                .addParameter(String.class, "model")
                .addParameter(NodeKind.class, "kind")
                .addParameter(RuntimeTypes.NODE_SCOPE, "scope");
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
