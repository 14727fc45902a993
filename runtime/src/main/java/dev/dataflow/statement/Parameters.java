package dev.dataflow.statement;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Assignment;
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

    <T> Param<T> filter(int term, int column, Field<T> field) {
        return DSL.param(PREFIX + "filter:" + term + ":" + column, field);
    }

    Param<?> trait(Assignment assignment) {
        Field<?> field = model.columns().get(assignment.column()).field();
        return DSL.param(PREFIX + "trait:" + assignment.value() + ":" + assignment.column(), field);
    }

    Param<Long> call(CallNumber number) {
        return DSL.param(PREFIX + "call:" + number + ":0", Long.class);
    }

    /** What a parameter made here is bound to. */
    Bind bind(String name) {
        String[] parts = name.substring(PREFIX.length()).split(":");
        int column = Integer.parseInt(parts[2]);
        return switch (parts[0]) {
            case "row" -> new Bind.OfRow(Integer.parseInt(parts[1]), column);
            case "filter" -> new Bind.OfFilter(Integer.parseInt(parts[1]), column);
            case "trait" -> {
                Column<?> managed = model.columns().get(column);
                yield new Bind.OfTrait(dev.dataflow.model.ManagedColumn.valueOf(parts[1]), managed);
            }
            default -> new Bind.OfCall(CallNumber.valueOf(parts[1]));
        };
    }
}
