package dev.dataflow.metadata;

/**
 * Says, without loading a model, which one a relation back comes from.
 *
 * @param target the qualified name of the model that has the relation back
 * @param name the relation's name
 * @param model the qualified name of the model that holds the foreign key
 */
public record Inverse(String target, RelationName name, String model) {

    /** For generated code. */
    public Inverse(String target, String name, String key, String model) {
        this(target, new RelationName(name, key), model);
    }
}
