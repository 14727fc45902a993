package dev.dataflow.query;

import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What decides the SQL of a condition of jOOQ, where all its parts are of known kinds. Immutable.
 *
 * @param shape what decides it; conditions of one shape differ in values only
 * @param values its parameters, each once, with what they hold
 */
public record ConditionOutline(List<Object> shape, List<ConditionValue> values) {

    /** Copies the lists. */
    public ConditionOutline {
        shape = List.copyOf(shape);
        values = List.copyOf(values);
    }

    /** The outline of a condition on a model; null when somebody must render it to know. */
    static @Nullable ConditionOutline of(ModelMetadata<?, ?, ?, ?> model, Condition condition) {
        List<Object> shape = new ArrayList<>();
        List<ConditionValue> values = new ArrayList<>();
        return new ConditionReader(model, shape, values).reads(condition, 0)
                ? new ConditionOutline(shape, values)
                : null;
    }
}
