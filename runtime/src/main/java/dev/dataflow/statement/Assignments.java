package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.trait.Assignment;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Tombstones;
import dev.dataflow.trait.Traits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** What updates write: the call's changes and those of the traits. */
final class Assignments {

    private final Traits traits;
    private final Reach reach;
    private final ReferenceChecks references;
    private final DatabaseEngine engine;

    Assignments(TraitConditions traits, ReferenceChecks references, DatabaseEngine engine) {
        this.traits = traits.traits();
        this.reach = traits.reach();
        this.references = references;
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
            if (change.expression() != null || change.operator() != null) {
                references.checkComputed(model, change.column());
            }
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
        result.putAll(onUpdate(model));
        return result;
    }

    /** What an insert writes to the row it meets: some of the values it would have inserted. */
    Map<Field<?>, Field<?>> merge(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>();
        RowStatements.written(model, columns).forEach(field -> result.put(field, DSL.excluded(field)));
        result.putAll(onUpdate(model));
        return result;
    }

    /** What an update writes that makes a column NULL. */
    Map<Field<?>, Field<?>> cleared(ModelMetadata<?, ?, ?, ?> model, int column) {
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>();
        Field<?> field = model.columns().get(column).field();
        result.put(field, DSL.inline((Object) null, field.getDataType()));
        result.putAll(onUpdate(model));
        return result;
    }

    /** What traits write with each update. */
    Map<Field<?>, Field<?>> onUpdate(ModelMetadata<?, ?, ?, ?> model) {
        return fields(model, traits.onUpdate(model, reach));
    }

    /** Whether rows that are changed live again. */
    boolean revives() {
        return reach.tombstones() == Tombstones.REVIVED || reach.tombstones() == Tombstones.ONLY;
    }

    /** Removes rows; or marks them, where the model has them marked and they need not go. */
    Query delete(DSLContext dsl, ModelMetadata<?, ?, ?, ?> model, Condition rows, boolean hard) {
        List<Assignment> marks = hard ? List.of() : traits.onDelete(model, reach);
        return marks.isEmpty()
                ? dsl.deleteFrom(model.table()).where(rows)
                : dsl.update(model.table()).set(fields(model, marks)).where(rows);
    }

    private static Map<Field<?>, Field<?>> fields(ModelMetadata<?, ?, ?, ?> model, List<Assignment> assignments) {
        Map<Field<?>, Field<?>> result = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            result.put(model.columns().get(assignment.column()).field(), new Parameters(model).trait(assignment));
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
