package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.stream.Stream;

/** Writes a node: its constructor, and what the writers of some kinds add. */
class NodeWriter implements ClassWriter {

    private final NodeKind kind;
    private final String doc;

    /**
     * Writes nodes of a kind.
     *
     * @param kind the kind
     * @param doc what the node does, with {@code %s} for the model
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
    public final SourceFile write(GeneratedModel model) {
        return new TextFile(model.names().node(kind), used(model), names -> text(model, names));
    }

    private String text(GeneratedModel model, TypeNames names) {
        String name = model.names().node(kind).simpleName();
        TypeName base = Shapes.typed(RuntimeTypes.base(kind), model);
        ClassText type =
                ClassText.of(names, doc.replace("%s", names.of(model.type())), name + " extends " + names.of(base));
        type.field(
                "The node's name.",
                "public static final " + names.of(ClassName.get(String.class)) + " NAME = " + Literals.of(name));
        type.method(
                "A node in a scope.",
                "public " + name + "(" + names.of(RuntimeTypes.NODE_SCOPE) + " scope)",
                "super(scope, " + names.of(model.names().metadata()) + ".INSTANCE)");
        methods(model, names, type);
        return type.end();
    }

    /** Writes what the kind has beyond its base class. */
    void methods(GeneratedModel model, TypeNames names, ClassText type) {}

    private static List<TypeName> used(GeneratedModel model) {
        Stream<TypeName> own = Stream.of(
                model.type(),
                model.keyType(),
                model.names().metadata(),
                model.names().draft(),
                model.names().patch());
        return Stream.concat(own, model.keyColumns().stream().map(GeneratedColumn::javaType))
                .toList();
    }
}
