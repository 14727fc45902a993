package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jooq.OrderField;

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
        OrderReader reader = new OrderReader(model, "a list");
        for (OrderField<?> field : order) {
            result.add(ordered(reader.step(field)));
        }
        for (String given : names) {
            OrderReader.Named step = OrderReader.Named.of(given);
            result.add(ordered(new Sort(FilterParser.position(model, step.name(), "sort"), step.descending())));
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

    private Sort ordered(Sort sort) {
        Column<?> column = model.columns().get(sort.column());
        if (column.type().logical().isComposite()) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.NO_ORDER,
                            "a list of " + model + " is ordered by `" + column.name() + "`, a " + column.type(),
                            "JSON and lists are equal or not, but have no order that every database shares",
                            "order by another field; keep what you order by in a field of its own"),
                    null);
        }
        return sort;
    }
}
