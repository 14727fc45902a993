package dev.dataflow.docs;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.GeneratedCode;
import dev.dataflow.model.NodeKind;
import dev.dataflow.node.ModelModule;
import dev.dataflow.node.Node;
import dev.dataflow.node.NodeScope;
import java.util.List;

/** The models of the README, as the generated module of a program with no others would name them. */
public final class GuideModels implements ModelModule {

    private static final String AUTHOR = "dev.dataflow.docs.Author";

    /** For the service loader. */
    public GuideModels() {}

    @Override
    public int contract() {
        return GeneratedCode.CONTRACT;
    }

    @Override
    public List<String> models() {
        return List.of(AUTHOR, "dev.dataflow.docs.Book");
    }

    @Override
    public ModelMetadata<?, ?, ?, ?> metadata(String model) {
        return model.equals(AUTHOR) ? AuthorNodes.metadata() : BookNodes.metadata();
    }

    @Override
    public Node node(String model, NodeKind kind, NodeScope scope) {
        return model.equals(AUTHOR) ? AuthorNodes.node(kind, scope) : BookNodes.node(kind, scope);
    }
}
