package dev.dataflow.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Says, without loading a model, which one points to another.
 *
 * @param target the qualified name of the model that is pointed to, and has the relation back
 * @param name the relation's name; null for a reference without a way back
 * @param model the qualified name of the model that holds the foreign key
 */
public record Inverse(String target, @Nullable RelationName name, String model) {

    /** For generated code. */
    public Inverse(String target, String name, String key, String model) {
        this(target, new RelationName(name, key), model);
    }

    /** For generated code: a reference without a way back. */
    public Inverse(String target, String model) {
        this(target, null, model);
    }
}
