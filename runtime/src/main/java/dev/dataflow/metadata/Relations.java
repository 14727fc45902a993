package dev.dataflow.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the relations between models, also those back, which a model's own metadata does not hold. */
public interface Relations {

    /**
     * A relation of a model.
     *
     * @param model the model it leads from
     * @param name its name, in snake_case or as components are named
     * @return the relation; null when the model has none of that name
     * @throws dev.dataflow.error.InvalidInputException DF-118 when there is one that cannot be followed
     */
    @Nullable
    Relation find(ModelMetadata<?, ?, ?, ?> model, String name);

    /**
     * The model that a reference points to, which is loaded by it.
     *
     * @return the model; null when nothing on the class path has it
     */
    @Nullable
    ModelMetadata<?, ?, ?, ?> target(Reference reference);

    /** The references of this instance's models that point to a model; the models that hold them are loaded. */
    List<Referrer> referrers(ModelMetadata<?, ?, ?, ?> model);

    /** The names of a model's relations, found without loading another model. */
    List<RelationName> names(ModelMetadata<?, ?, ?, ?> model);
}
