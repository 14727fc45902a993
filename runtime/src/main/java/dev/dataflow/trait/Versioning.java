package dev.dataflow.trait;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import java.util.List;

/** Counts the changes of a row in {@code version}, from 1, so that one who changes what another has changed is told. */
final class Versioning implements Trait {

    @Override
    public List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return assignment(model, Assignment.Value.STAMP);
    }

    /** Every update counts, whichever statement it is part of; a soft deletion and a restore are updates too. */
    @Override
    public List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return assignment(model, Assignment.Value.NEXT);
    }

    @Override
    public List<Predicate> predicates(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        int column = model.managed(ManagedColumn.VERSION);
        return column >= 0 && reach.expecting() ? List.of(new Predicate.IsGiven(column)) : List.of();
    }

    private static List<Assignment> assignment(ModelMetadata<?, ?, ?, ?> model, Assignment.Value value) {
        int column = model.managed(ManagedColumn.VERSION);
        return column < 0 ? List.of() : List.of(new Assignment(column, value));
    }
}
