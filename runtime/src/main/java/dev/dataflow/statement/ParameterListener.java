package dev.dataflow.statement;

import dev.dataflow.type.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Param;
import org.jooq.VisitContext;
import org.jooq.VisitListener;

/** Notes each parameter as it is rendered: what the {@code ?}s of the SQL stand for, in their order. */
final class ParameterListener implements VisitListener {

    private final Parameters parameters;
    private final ConditionGuard conditions;
    private final List<Bind> binds = new ArrayList<>();

    /**
     * A listener.
     *
     * @param parameters made the parameters that are ours
     * @param conditions knows which condition of a caller is being rendered
     */
    ParameterListener(Parameters parameters, ConditionGuard conditions) {
        this.parameters = parameters;
        this.conditions = conditions;
    }

    List<Bind> binds() {
        return binds;
    }

    @Override
    public void visitStart(VisitContext context) {
        if (context.renderContext() != null && context.queryPart() instanceof Param<?> param && !param.isInline()) {
            binds.add(bind(param));
        }
    }

    private <T> Bind bind(Param<T> param) {
        String name = param.getParamName();
        if (name != null && name.startsWith(Parameters.PREFIX)) {
            return parameters.bind(name);
        }
        GivenCondition given = conditions.current();
        if (given == null) {
            return value(param);
        }
        Bind operand = given.bind(param);
        return operand == null ? new Bind.OfOneCall(value(param)) : operand;
    }

    private static <T> Bind value(Param<T> param) {
        ColumnType<T> type = ColumnType.find(param);
        return type == null
                ? new Bind.OfValue(param.getConverter().to(param.getValue()))
                : new Bind.OfColumnValue<>(param.getValue(), type);
    }
}
