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
import org.jooq.SelectConditionStep;
import org.jooq.SelectHavingStep;
import org.jooq.SelectLimitStep;
import org.jooq.SelectOrderByStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Statements that group rows. Groups that must match something are a table of their own, whose columns have names of ours, so
 * that what callers name never becomes SQL, and conditions of groups are like those of rows. Others are selected at once: MySQL
 * would write such a table first.
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
        List<Field<?>> computed = expressions(model, asked);
        boolean all = asked.having().matchesAll();
        SelectOrderByStep<Record> rows = all ? groups(model, asked, computed) : matching(model, asked, computed);
        SelectLimitStep<Record> ordered = rows.orderBy(order(model, asked, all ? computed : values(asked)));
        return renderer.render(
                model,
                Operation.AGGREGATE,
                asked.limited() ? ordered.limit(new Parameters(model).call(CallNumber.LIMIT)) : ordered);
    }

    private SelectOrderByStep<Record> matching(
            ModelMetadata<?, ?, ?, ?> model, Aggregation asked, List<Field<?>> computed) {
        List<Field<?>> named = new ArrayList<>();
        for (Field<?> expression : computed) {
            named.add(expression.as(name(named.size())));
        }
        return dsl.select(values(asked))
                .from(groups(model, asked, named).asTable(GROUPS))
                .where(having(model, asked));
    }

    private static List<Field<?>> values(Aggregation asked) {
        List<Field<?>> values = new ArrayList<>();
        for (Output output : asked.outputs()) {
            values.add(value(values.size(), output.type().dataType()));
        }
        return values;
    }

    private List<Field<?>> expressions(ModelMetadata<?, ?, ?, ?> model, Aggregation asked) {
        List<Field<?>> expressions = new ArrayList<>();
        for (Output output : asked.outputs()) {
            expressions.add(expression(model, output));
        }
        return expressions;
    }

    private SelectHavingStep<Record> groups(
            ModelMetadata<?, ?, ?, ?> model, Aggregation asked, List<Field<?>> selected) {
        List<GroupField> keys = new ArrayList<>();
        for (Output output : asked.outputs()) {
            if (output.function() == null) {
                keys.add(expression(model, output));
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
        return new FilterRendering(filters, asked.filter().operands().size())
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
