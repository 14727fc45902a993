package dev.dataflow.trait;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stamps {@code created_at} and {@code updated_at}. */
final class Timestamps implements Trait {

    @Override
    public List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return assignments(model, Set.of(ManagedColumn.CREATED_AT, ManagedColumn.UPDATED_AT));
    }

    @Override
    public List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return assignments(model, Set.of(ManagedColumn.UPDATED_AT));
    }

    private static List<Assignment> assignments(ModelMetadata<?, ?, ?, ?> model, Set<ManagedColumn> stamped) {
        List<Assignment> result = new ArrayList<>();
        for (int i = 0; i < model.columns().size(); i++) {
            Column<?> column = model.columns().get(i);
            if (column.managed() != null && stamped.contains(column.managed())) {
                result.add(new Assignment(i, Assignment.Value.STAMP));
            }
        }
        return result;
    }
}
