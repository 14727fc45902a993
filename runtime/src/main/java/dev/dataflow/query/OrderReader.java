package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.metadata.ModelMetadata;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.SortOrder;

/**
 * Reads the steps of orders as callers give them.
 *
 * @param model the model whose columns they name
 * @param ordered what is ordered, for messages, such as {@code a list}
 */
record OrderReader(ModelMetadata<?, ?, ?, ?> model, String ordered) {

    /**
     * A step by name.
     *
     * @param name of what
     * @param descending from large to small
     */
    record Named(String name, boolean descending) {

        /** Reads it, with a leading {@code -} for descending. */
        static Named of(String given) {
            boolean descending = given.startsWith("-");
            return new Named(descending || given.startsWith("+") ? given.substring(1) : given, descending);
        }
    }

    /**
     * Reads a step by column.
     *
     * @param given a column of the model's table, or its {@code asc()} or {@code desc()}
     * @throws InvalidInputException DF-107 for all else
     */
    Sort step(OrderField<?> given) {
        boolean descending = false;
        Field<?> field;
        if (given instanceof SortField<?> sort) {
            if (sort.$nullOrdering() != null) {
                throw refused("an order of NULLs of its own", "leave out nullsFirst() and nullsLast()");
            }
            descending = sort.$sortOrder() == SortOrder.DESC;
            field = sort.$field();
        } else {
            field = (Field<?>) given;
        }
        for (int i = 0; i < model.columns().size(); i++) {
            if (model.columns().get(i).field().equals(field)) {
                return new Sort(i, descending);
            }
        }
        throw refused("an expression or a column of another table", "order by columns of " + model + "'s own table");
    }

    private InvalidInputException refused(String what, String fix) {
        return FilterRefusal.of(
                ErrorCode.OPTION_INVALID,
                "the order of " + ordered + " of " + model + " holds " + what,
                "an order must be the same on every database, with NULL smallest",
                fix);
    }
}
