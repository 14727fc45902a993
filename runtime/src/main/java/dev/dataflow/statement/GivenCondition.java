package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.ConditionValue;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Param;
import org.jooq.VisitContext;
import org.jooq.impl.CustomCondition;
import org.jspecify.annotations.Nullable;

/** Marks a condition that a caller made. */
final class GivenCondition extends CustomCondition implements GivenPart {

    private static final long serialVersionUID = 1L;

    private final transient ModelMetadata<?, ?, ?, ?> model;
    private final transient Condition condition;
    private final int first;
    private final transient List<ConditionValue> values;

    /**
     * A condition.
     *
     * @param model the model whose columns it may use
     * @param condition what the caller gave
     * @param first the place of its first value among the filter's operands
     * @param values its values that are operands; none where its shape is not known
     */
    GivenCondition(ModelMetadata<?, ?, ?, ?> model, Condition condition, int first, List<ConditionValue> values) {
        this.model = model;
        this.condition = condition;
        this.first = first;
        this.values = values;
    }

    /** The operand that a parameter takes its value from; null when it holds the value itself. */
    @Nullable
    Bind bind(Param<?> param) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).param() == param) {
                return new Bind.OfFilter(first + i, 0, FilterForm.VALUE);
            }
        }
        return null;
    }

    @Override
    public ModelMetadata<?, ?, ?, ?> model() {
        return model;
    }

    @Override
    public void checkForm(DatabaseEngine engine, VisitContext context) {
        StoredFormGuard.check(model, engine, context);
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(condition);
    }
}
