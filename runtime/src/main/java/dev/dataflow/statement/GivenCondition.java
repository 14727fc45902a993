package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.impl.CustomCondition;

/** Marks a condition that a caller made, for {@link ConditionGuard} to watch while it is rendered. */
final class GivenCondition extends CustomCondition {

    private static final long serialVersionUID = 1L;

    private final transient ModelMetadata<?, ?, ?, ?> model;
    private final transient Condition condition;

    /**
     * A condition.
     *
     * @param model the model whose columns it may use
     * @param condition what the caller gave
     */
    GivenCondition(ModelMetadata<?, ?, ?, ?> model, Condition condition) {
        this.model = model;
        this.condition = condition;
    }

    ModelMetadata<?, ?, ?, ?> model() {
        return model;
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(condition);
    }
}
