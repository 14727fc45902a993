package dev.dataflow.trait;

import dev.dataflow.metadata.ModelMetadata;
import java.util.List;
import org.jooq.Condition;

/** What one option of a model adds to each of its statements. Stateless. */
public interface Trait {

    /** Columns written when a row is inserted. */
    default List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return List.of();
    }

    /** Columns written when a row is updated. */
    default List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model) {
        return List.of();
    }

    /** Conditions on the rows any statement sees or touches. */
    default List<Condition> predicates(ModelMetadata<?, ?, ?, ?> model) {
        return List.of();
    }
}
