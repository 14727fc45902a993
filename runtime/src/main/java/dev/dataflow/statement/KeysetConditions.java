package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Sort;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Makes conditions of rows behind a row, in a form for which each database uses an index on the order: a comparison of rows
 * where the database has ranges of them, else a bound on the first column and the steps one by one. NULL is smallest.
 *
 * @param engine the database
 * @param model the model
 * @param range the order, and which values of the row are null
 */
record KeysetConditions(DatabaseEngine engine, ModelMetadata<?, ?, ?, ?> model, RowRange range) {

    /** Rows behind the call's keyset; all when it has none. */
    Condition condition() {
        if (range.after().isEmpty()) {
            return DSL.noCondition();
        }
        return isRowComparison() ? rows() : bound(column(0)).and(behind(0));
    }

    /** MySQL and MariaDB find no range of an index in a comparison of rows, but in what it stands for. */
    private boolean isRowComparison() {
        List<Sort> order = range.order();
        return engine.family() != EngineFamily.MYSQL
                && order.size() > 1
                && order.stream()
                        .noneMatch(sort -> model.columns().get(sort.column()).nullable())
                && order.stream().map(Sort::descending).distinct().count() == 1;
    }

    private Condition rows() {
        List<Sort> order = range.order();
        Field<?>[] fields = order.stream()
                .map(sort -> model.columns().get(sort.column()).field())
                .toArray(Field<?>[]::new);
        Field<?>[] values = new Field<?>[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Parameters.after(i, order.get(i).column(), fields[i]);
        }
        String sql = order.get(0).descending() ? "({0}) < ({1})" : "({0}) > ({1})";
        return DSL.condition(sql, DSL.list(fields), DSL.list(values));
    }

    /** What holds for the first column of all rows behind, where it says something. */
    private <T> Condition bound(Column<T> column) {
        boolean descending = range.order().get(0).descending();
        if (range.order().size() == 1 || range.after().get(0) || descending && column.nullable()) {
            return DSL.noCondition();
        }
        Field<T> value = value(0, column);
        return descending ? column.field().le(value) : column.field().ge(value);
    }

    private Condition behind(int step) {
        Column<?> column = column(step);
        boolean descending = range.order().get(step).descending();
        boolean isNull = range.after().get(step);
        Condition further = further(step, column, descending, isNull);
        if (step == range.order().size() - 1) {
            return further;
        }
        Condition equal = isNull ? column.field().isNull() : equal(step, column);
        Condition within = equal.and(behind(step + 1));
        return isNull && descending ? within : further.or(within);
    }

    private <T> Condition further(int step, Column<T> column, boolean descending, boolean isNull) {
        Field<T> field = column.field();
        if (isNull) {
            return descending ? DSL.falseCondition() : field.isNotNull();
        }
        if (!descending) {
            return field.gt(value(step, column));
        }
        Condition less = field.lt(value(step, column));
        return column.nullable() ? less.or(field.isNull()) : less;
    }

    private <T> Condition equal(int step, Column<T> column) {
        return column.field().eq(value(step, column));
    }

    private Column<?> column(int step) {
        return model.columns().get(range.order().get(step).column());
    }

    private <T> Field<T> value(int step, Column<T> column) {
        return Parameters.after(step, range.order().get(step).column(), column.field());
    }
}
