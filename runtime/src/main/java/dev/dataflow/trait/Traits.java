package dev.dataflow.trait;

import dev.dataflow.metadata.ModelMetadata;
import java.util.List;
import org.jooq.Condition;

/** All traits, composed. A trait whose column a model lacks adds nothing to it. */
public final class Traits {

    private final List<Trait> traits = List.of(new Timestamps());

    /** The traits there are. */
    public Traits() {}

    /** Columns written when a row of the model is inserted. */
    public List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return traits.stream().flatMap(trait -> trait.onInsert(model).stream()).toList();
    }

    /** Columns written when a row of the model is updated. */
    public List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model) {
        return traits.stream().flatMap(trait -> trait.onUpdate(model).stream()).toList();
    }

    /** Conditions on the rows any statement on the model sees or touches. */
    public List<Condition> predicates(ModelMetadata<?, ?, ?, ?> model) {
        return traits.stream()
                .flatMap(trait -> trait.predicates(model).stream())
                .toList();
    }
}
