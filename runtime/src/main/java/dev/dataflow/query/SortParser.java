package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.SortOrder;

/** Reads the order of a list: jOOQ columns first, then names. */
public final class SortParser {

    private final ModelMetadata<?, ?, ?, ?> model;

    /** A parser of orders over one model. */
    public SortParser(ModelMetadata<?, ?, ?, ?> model) {
        this.model = model;
    }

    /**
     * Reads an order, and ends it with the key so that it is total: in the direction of the last step, so that an index on
     * the fields serves it forwards or backwards.
     *
     * @param order columns of the model's table, or their {@code asc()} and {@code desc()}
     * @param names field names, with a leading {@code -} for descending
     * @return the steps
     * @throws InvalidInputException DF-106 for an unknown name, DF-107 for an expression
     */
    public List<Sort> parse(List<OrderField<?>> order, List<String> names) {
        List<Sort> result = new ArrayList<>();
        for (OrderField<?> field : order) {
            result.add(step(field));
        }
        for (String name : names) {
            boolean descending = name.startsWith("-");
            String plain = descending || name.startsWith("+") ? name.substring(1) : name;
            result.add(sort(FilterParser.position(model, plain, "sort"), descending));
        }
        boolean descending = !result.isEmpty() && result.get(result.size() - 1).descending();
        for (int key : model.key().positions()) {
            if (!isOrderedBy(result, key)) {
                result.add(new Sort(key, descending));
            }
        }
        return result;
    }

    private static boolean isOrderedBy(List<Sort> order, int column) {
        for (Sort sort : order) {
            if (sort.column() == column) {
                return true;
            }
        }
        return false;
    }

    private Sort step(OrderField<?> order) {
        boolean descending = false;
        Field<?> field;
        if (order instanceof SortField<?> sort) {
            if (sort.$nullOrdering() != null) {
                throw refused("an order of NULLs of its own", "leave out nullsFirst() and nullsLast()");
            }
            descending = sort.$sortOrder() == SortOrder.DESC;
            field = sort.$field();
        } else {
            field = (Field<?>) order;
        }
        for (int i = 0; i < model.columns().size(); i++) {
            if (model.columns().get(i).field().equals(field)) {
                return sort(i, descending);
            }
        }
        throw refused("an expression or a column of another table", "order by columns of " + model + "'s own table");
    }

    private Sort sort(int position, boolean descending) {
        Column<?> column = model.columns().get(position);
        if (column.type().logical().isComposite()) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.NO_ORDER,
                            "a list of " + model + " is ordered by `" + column.name() + "`, a " + column.type(),
                            "JSON and lists are equal or not, but have no order that every database shares",
                            "order by another field; keep what you order by in a field of its own"),
                    null);
        }
        return new Sort(position, descending);
    }

    private InvalidInputException refused(String what, String fix) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.OPTION_INVALID,
                        "the order of a list of " + model + " holds " + what,
                        "a page's order must be the same on every database, with NULL smallest",
                        fix),
                null);
    }
}
