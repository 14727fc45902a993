package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.trait.Assignment;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/**
 * Makes the parameters of a statement. Each carries where its value comes from in its name, which {@link ParameterListener}
 * reads back in the order the rendered SQL has them.
 */
record Parameters(ModelMetadata<?, ?, ?, ?> model) {

    static final String PREFIX = "dataflow:";

    <T> Param<T> row(int row, int column, Field<T> field) {
        return DSL.param(PREFIX + "row:" + row + ":" + column, field);
    }

    Param<?> row(int row, int column) {
        return row(row, column, model.columns().get(column).field());
    }

    /** All that is written for a column of a row: its value, and after it the offset of a type that has one. */
    List<Param<?>> written(int row, int column) {
        Field<Integer> offset = model.columns().get(column).offset();
        return offset == null ? List.of(row(row, column)) : List.of(row(row, column), offset(row, column, offset));
    }

    /** The offset of a row's value. */
    Param<Integer> offset(int row, int column, Field<Integer> field) {
        return DSL.param(PREFIX + "offset:" + row + ":" + column, field);
    }

    /** What an update's operator computes a column's new value with. */
    Param<?> operand(int column) {
        return DSL.param(
                PREFIX + "operand:0:" + column, model.columns().get(column).field());
    }

    /** A value of a filter, compared with a column. */
    static <T> Param<T> filter(int place, int item, Field<T> field) {
        return DSL.param(filterName(place, item, FilterForm.VALUE), field);
    }

    /** What a filter was given, as a text that stands for it. */
    static Param<String> filter(int place, int item, FilterForm form) {
        return DSL.param(filterName(place, item, form), String.class);
    }

    /** A value of the row that a page starts behind. */
    static <T> Param<T> after(int step, int column, Field<T> field) {
        return DSL.param(PREFIX + "after:" + step + ":" + column, field);
    }

    private static String filterName(int place, int item, FilterForm form) {
        return PREFIX + "filter:" + place + ":" + item + ":" + form;
    }

    /** What a trait gives a column. */
    Field<?> trait(Assignment assignment) {
        Field<?> field = model.columns().get(assignment.column()).field();
        return switch (assignment.value()) {
            case STAMP -> DSL.param(PREFIX + "trait:0:" + assignment.column(), field);
            case NULL -> DSL.inline((Object) null, field.getDataType());
            case NEXT -> field.add(DSL.inline(1));
        };
    }

    /** The value of the call's stamp that a row's managed column must hold; it may be of another model than this one. */
    static <T> Param<T> stamped(ManagedColumn managed, Field<T> field) {
        if (managed != ManagedColumn.TENANT_ID) {
            throw new IllegalStateException("rows are not found by " + managed);
        }
        return DSL.param(PREFIX + "tenant:0:0", field);
    }

    Param<Long> call(CallNumber number) {
        return DSL.param(PREFIX + "call:" + number + ":0", Long.class);
    }

    /** What a parameter made here is bound to. */
    Bind bind(String name) {
        String[] parts = name.substring(PREFIX.length()).split(":");
        int column = Integer.parseInt(parts[2]); // of a filter, which of its values
        return switch (parts[0]) {
            case "row" -> new Bind.OfRow(Integer.parseInt(parts[1]), column);
            case "after" ->
                new Bind.OfKeyset<>(
                        Integer.parseInt(parts[1]), model.columns().get(column).type());
            case "operand" -> new Bind.OfOperand(column);
            case "offset" -> new Bind.OfOffset(Integer.parseInt(parts[1]), column);
            case "filter" -> new Bind.OfFilter(Integer.parseInt(parts[1]), column, FilterForm.valueOf(parts[3]));
            case "trait" -> new Bind.OfTrait(model.columns().get(column));
            case "tenant" -> new Bind.OfTenant();
            default -> new Bind.OfCall(CallNumber.valueOf(parts[1]));
        };
    }
}
