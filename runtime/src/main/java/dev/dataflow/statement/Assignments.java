package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.trait.Assignment;
import dev.dataflow.trait.Traits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** What updates write: the call's changes and those of the traits. */
final class Assignments {

    private final Traits traits;
    private final DatabaseEngine engine;

    Assignments(Traits traits, DatabaseEngine engine) {
        this.traits = traits;
        this.engine = engine;
    }

    /** The columns an insert writes; the key is among them when it is given, or not made by the database. */
    InsertColumns insert(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven) {
        return InsertColumns.of(model, keyGiven, traits.onInsert(model));
    }

    Map<Field<?>, Field<?>> update(ModelMetadata<?, ?, ?, ?> model, List<Change> changes) {
        Parameters parameters = new Parameters(model);
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>();
        for (Change change : changes) {
            Column<?> column = model.columns().get(change.column());
            Field<Integer> offset = column.offset();
            if (offset != null) {
                result.put(
                        offset,
                        change.expression() == null
                                ? parameters.offset(0, change.column(), offset)
                                : new OffsetExpression(model).of(column, change.expression()));
            }
            result.put(column.field(), value(model, parameters, change));
        }
        result.putAll(traits(model));
        return result;
    }

    /** What the traits write on each update. */
    Map<Field<?>, Field<?>> traits(ModelMetadata<?, ?, ?, ?> model) {
        Parameters parameters = new Parameters(model);
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>();
        for (Assignment assignment : traits.onUpdate(model)) {
            result.put(model.columns().get(assignment.column()).field(), parameters.trait(assignment));
        }
        return result;
    }

    private Field<?> value(ModelMetadata<?, ?, ?, ?> model, Parameters parameters, Change change) {
        if (change.operator() != null) {
            return new OperatorExpression(engine, model).of(change.column(), change.operator());
        }
        return change.expression() == null
                ? parameters.row(0, change.column())
                : expression(model, model.columns().get(change.column()), change.expression());
    }

    /** MySQL gives later assignments the new values of earlier ones; the others do not. */
    boolean readsAssigned(List<Change> changes) {
        return engine.family() == EngineFamily.MYSQL
                && changes.size() > 1
                && changes.stream().map(Change::expression).anyMatch(Objects::nonNull);
    }

    private Field<?> expression(ModelMetadata<?, ?, ?, ?> model, Column<?> column, Field<?> given) {
        Field<?> expression = typed(column, given);
        LogicalType type = column.type().logical();
        if (engine == DatabaseEngine.SQLITE && DecimalExpression.isAssignable(type)) {
            return new GivenExpression<>(
                    model, column, new DecimalExpression(model).assigned(column, expression), true);
        }
        boolean plain =
                expression instanceof Param<?> && !type.isComposite() || StoredForm.of(engine, expression) == type;
        if (!plain && StoredForm.has(engine, type)) {
            throw GivenExpression.inexact(model, column, engine, type);
        }
        return new GivenExpression<>(model, column, expression, plain);
    }

    /** A bare value would be bound as the driver takes it, not in the column's form. */
    private static <T> Field<?> typed(Column<T> column, Field<?> expression) {
        Class<T> type = column.type().javaType();
        return expression instanceof Param<?> param && type.isInstance(param.getValue())
                ? DSL.val(type.cast(param.getValue()), column.field())
                : expression;
    }
}
