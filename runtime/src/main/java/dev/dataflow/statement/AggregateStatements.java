package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.AggregateFunction;
import dev.dataflow.query.Aggregation;
import dev.dataflow.query.Aggregation.Output;
import dev.dataflow.query.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Statements that group rows. The groups are a table of their own, whose columns have names of ours, so that what callers
 * name never becomes SQL, and conditions and orders of groups are like those of rows.
 */
final class AggregateStatements {

    private static final String GROUPS = "grouped";

    private final Renderer renderer;
    private final Predicates predicates;
    private final FilterConditions filters;
    private final AggregateExpression expressions;
    private final NullOrder nulls;
    private final DSLContext dsl;

    AggregateStatements(Renderer renderer, DatabaseEngine engine, Predicates predicates, FilterConditions filters) {
        this.renderer = renderer;
        this.predicates = predicates;
        this.filters = filters;
        this.expressions = new AggregateExpression(engine);
        this.nulls = new NullOrder(engine);
        this.dsl = DSL.using(renderer.configuration());
    }

    /** The value of a group at a position. */
    static Field<?> value(int position, DataType<?> type) {
        return DSL.field(DSL.name(GROUPS, name(position)), type);
    }

    private static String name(int position) {
        return "v" + (position + 1);
    }

    Statement aggregate(ModelMetadata<?, ?, ?, ?> model, Aggregation asked) {
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < asked.outputs().size(); i++) {
            values.add(value(i, asked.outputs().get(i).type().dataType()));
        }
        SelectLimitStep<Record> rows = dsl.select(values)
                .from(groups(model, asked).asTable(GROUPS))
                .where(having(model, asked))
                .orderBy(order(model, asked, values));
        return renderer.render(
                model,
                Operation.AGGREGATE,
                asked.limited() ? rows.limit(new Parameters(model).call(CallNumber.LIMIT)) : rows);
    }

    private Select<Record> groups(ModelMetadata<?, ?, ?, ?> model, Aggregation asked) {
        List<Field<?>> selected = new ArrayList<>();
        List<GroupField> keys = new ArrayList<>();
        for (int i = 0; i < asked.outputs().size(); i++) {
            Output output = asked.outputs().get(i);
            Field<?> expression = expression(model, output);
            selected.add(expression.as(name(i)));
            if (output.function() == null) {
                keys.add(expression);
            }
        }
        SelectConditionStep<Record> rows =
                dsl.select(selected).from(model.table()).where(predicates.rows(model, asked.filter()));
        return keys.isEmpty() ? rows : rows.groupBy(keys);
    }

    private Field<?> expression(ModelMetadata<?, ?, ?, ?> model, Output output) {
        if (output.column() < 0) {
            return DSL.count();
        }
        Column<?> column = model.columns().get(output.column());
        return output.function() == null ? column.field() : expressions.of(output.function(), column, output.type());
    }

    private Condition having(ModelMetadata<?, ?, ?, ?> model, Aggregation asked) {
        return asked.having().matchesAll()
                ? DSL.noCondition()
                : new FilterRendering(filters, asked.filter().operands().size())
                        .of(model, asked.having().root());
    }

    private List<SortField<?>> order(ModelMetadata<?, ?, ?, ?> model, Aggregation asked, List<Field<?>> values) {
        List<SortField<?>> order = new ArrayList<>();
        for (Sort sort : asked.order()) {
            boolean nullable = isNullable(model, asked.outputs().get(sort.column()));
            order.add(nulls.of(values.get(sort.column()), sort.descending(), nullable));
        }
        return order;
    }

    private static boolean isNullable(ModelMetadata<?, ?, ?, ?> model, Output output) {
        AggregateFunction function = output.function();
        return function == null
                ? model.columns().get(output.column()).nullable()
                : function != AggregateFunction.COUNT && function != AggregateFunction.COUNT_DISTINCT;
    }
}
