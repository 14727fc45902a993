package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.Locale;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the class that holds all nodes of a model on one scope, and within it the metadata. */
final class NodesWriter implements TypeWriter {

    private final Function<GeneratedModel, TypeSpec> metadata;

    NodesWriter(Function<GeneratedModel, TypeSpec> metadata) {
        this.metadata = metadata;
    }

    @Override
    public TypeSpec type(GeneratedModel model) {
        ClassName name = model.names().nodes();
        TypeSpec.Builder type = Shapes.ofModel(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("All nodes of {@link $T} in one scope. Thread-safe.\n", model.type());
        if (model.isComplete()) {
            type.superclass(Shapes.typed(RuntimeTypes.MODEL_NODES, model));
        } else {
            model.nodes()
                    .forEach(kind ->
                            type.addField(model.names().node(kind), field(kind), Modifier.PRIVATE, Modifier.FINAL));
        }
        type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(RuntimeTypes.NODE_SCOPE, "scope")
                        .addCode(model.isComplete() ? handedOver(model) : kept(model))
                        .build())
                .addMethod(Shapes.method(
                                "on",
                                name,
                                "The nodes in a scope: a {@code DataFlow}, a view of one, or a transaction.")
                        .addModifiers(Modifier.STATIC)
                        .addParameter(RuntimeTypes.NODE_SCOPE, "scope")
                        .addStatement("return new $T(scope)", name)
                        .build())
                .addMethod(Shapes.method(
                                "metadata",
                                Shapes.typed(RuntimeTypes.MODEL_METADATA, model),
                                "For the registry: the metadata.")
                        .addModifiers(Modifier.STATIC)
                        .addStatement("return $T.INSTANCE", model.names().metadata())
                        .build())
                .addMethod(node(model));
        new NodesMethods(model).all().forEach(type::addMethod);
        return type.addType(metadata.apply(model)).build();
    }

    private static CodeBlock handedOver(GeneratedModel model) {
        CodeBlock nodes = model.nodes().stream()
                .map(kind -> CodeBlock.of("new $T(scope)", model.names().node(kind)))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of("super(\n$>$>$L);\n$<$<", nodes);
    }

    private static CodeBlock kept(GeneratedModel model) {
        return model.nodes().stream()
                .map(kind -> CodeBlock.of(
                        "$N = new $T(scope);\n", field(kind), model.names().node(kind)))
                .collect(CodeBlock.joining(""));
    }

    /** The field that holds the node of a kind, such as {@code bulkCreate}. */
    static String field(NodeKind kind) {
        String label = kind.label();
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    private static MethodSpec node(GeneratedModel model) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (NodeKind kind : model.nodes()) {
            cases.add("case $S -> new $T(scope);\n", kind, model.names().node(kind));
        }
        if (model.isComplete()) {
            cases.add("default -> throw new $T(kind.name());\n", IllegalArgumentException.class);
        } else {
            cases.add(
                    "default -> throw $T.leftOut($T.INSTANCE, kind);\n",
                    RuntimeTypes.MODEL_NODE,
                    model.names().metadata());
        }
        return Shapes.method("node", RuntimeTypes.NODE, "For the registry: a node by its kind.")
                .addModifiers(Modifier.STATIC)
                .addParameter(NodeKind.class, "kind")
                .addParameter(RuntimeTypes.NODE_SCOPE, "scope")
                // over the name, since javac makes one more class for a switch over an enum
                .beginControlFlow("return switch (kind.name())")
                .addCode(cases.build())
                .addCode("$<};\n")
                .build();
    }
}
