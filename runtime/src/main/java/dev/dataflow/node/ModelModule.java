package dev.dataflow.node;

import dev.dataflow.metadata.Inverse;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.NodeKind;
import java.util.List;

/**
 * The models of one jar or source set, found by {@link java.util.ServiceLoader}. Generated code implements it; it loads
 * a model's classes only when asked for that model.
 */
public interface ModelModule {

    /**
     * The version of the contract its code was generated for, {@link dev.dataflow.model.GeneratedCode#CONTRACT}. Code that
     * does not say it is older than the first.
     */
    default int contract() {
        return 0;
    }

    /** The qualified names of its models, sorted. */
    List<String> models();

    /**
     * The qualified name a model's generated classes start with: the model's own, or of a nested one, such as
     * {@code shop.Catalog.Item}, {@code shop.Catalog_Item}.
     *
     * @param model a name of {@link #models()}
     */
    default String generatedName(String model) {
        return model;
    }

    /**
     * A model's metadata.
     *
     * @param model a name of {@link #models()}
     */
    ModelMetadata<?, ?, ?, ?> metadata(String model);

    /** The relations back between models whose foreign keys its models hold. */
    default List<Inverse> inverses() {
        return List.of();
    }

    /**
     * A model's node.
     *
     * @param model a name of {@link #models()}
     * @param kind the kind of node
     * @param scope what it runs in
     */
    Node node(String model, NodeKind kind, NodeScope scope);
}
