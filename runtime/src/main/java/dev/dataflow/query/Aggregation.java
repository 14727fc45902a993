package dev.dataflow.query;

import dev.dataflow.type.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked aggregation over one model. Immutable.
 *
 * @param outputs what its groups hold: first the columns they are grouped by, then what is computed
 * @param filter which rows are grouped
 * @param having which groups are kept
 * @param both both filters as one: their operands, those of {@code filter} first, and what decides their SQL
 * @param order the groups' order, by position among the outputs
 * @param limited whether the call says how many groups are read
 */
public record Aggregation(
        List<Output> outputs, Filter filter, Filter having, Filter both, List<Sort> order, boolean limited) {

    Aggregation(List<Output> outputs, Filter filter, Filter having, List<Sort> order, boolean limited) {
        this(outputs, filter, having, both(filter, having), order, limited);
    }

    /** Copies the lists. */
    public Aggregation {
        outputs = List.copyOf(outputs);
        order = List.copyOf(order);
    }

    /**
     * A value of each group.
     *
     * @param name how it is named
     * @param function how it is computed; null for a column the rows are grouped by
     * @param column the column's position in the model's metadata; -1 for the rows themselves
     * @param type what it is
     */
    public record Output(String name, @Nullable AggregateFunction function, int column, ColumnType<?> type) {

        /** What decides its SQL. */
        private void shape(List<Object> shape) {
            shape.add(function == null ? "group" : function);
            shape.add(column);
        }
    }

    private static Filter both(Filter filter, Filter having) {
        return having.matchesAll() ? filter : new Filter(new Criterion.All(List.of(filter.root(), having.root())));
    }

    /** What decides the SQL beside the filters. */
    public List<?> shape() {
        List<Object> shape = new ArrayList<>(2 * outputs.size() + 3);
        outputs.forEach(output -> output.shape(shape));
        shape.add(order);
        shape.add(limited);
        shape.add(having.matchesAll());
        return shape;
    }
}
