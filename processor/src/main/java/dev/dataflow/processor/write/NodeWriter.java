package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a node: its constructor, and what the writers of some kinds add. */
class NodeWriter implements ClassWriter {

    private final NodeKind kind;
    private final String doc;

    /**
     * Writes nodes of a kind.
     *
     * @param kind the kind
     * @param doc what the node does, with {@code $T} for the model
     */
    NodeWriter(NodeKind kind, String doc) {
        this.kind = kind;
        this.doc = doc;
    }

    /** The kind it writes. */
    final NodeKind kind() {
        return kind;
    }

    @Override
    public final TypeSpec write(GeneratedModel model) {
        ClassName name = model.names().node(kind);
        return Shapes.ofModel(name)
                .addModifiers(Modifier.PUBLIC)
                .superclass(Shapes.typed(RuntimeTypes.base(kind), model))
                .addJavadoc(doc + "\n", model.type())
                .addField(FieldSpec.builder(String.class, "NAME")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The node's name.\n")
                        .initializer("$L", Literals.of(name.simpleName()))
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("A node in a scope.\n")
                        .addParameter(RuntimeTypes.NODE_SCOPE, "scope")
                        .addStatement("super(scope, $T.INSTANCE)", model.names().metadata())
                        .build())
                .addMethods(methods(model))
                .build();
    }

    /** What the kind has beyond its base class. */
    List<MethodSpec> methods(GeneratedModel model) {
        return List.of();
    }
}
