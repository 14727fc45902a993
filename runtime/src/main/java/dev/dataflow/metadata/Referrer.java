package dev.dataflow.metadata;

/**
 * A foreign key, seen from the model it points to.
 *
 * @param model the model that holds it
 * @param reference the key
 */
public record Referrer(ModelMetadata<?, ?, ?, ?> model, Reference reference) {

    /** The position of its column in the model that holds it. */
    public int column() {
        return model.position(reference.column());
    }
}
