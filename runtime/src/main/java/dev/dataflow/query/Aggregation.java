package dev.dataflow.query;

import dev.dataflow.type.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked aggregation over one model. Immutable.
 *
 * @param outputs what its groups hold: first the columns they are grouped by, then what is computed
 * @param filter which rows are grouped
 * @param having which groups are kept
 * @param order the groups' order, by position among the outputs
 * @param limited whether the call says how many groups are read
 */
public record Aggregation(List<Output> outputs, Filter filter, Filter having, List<Sort> order, boolean limited) {

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
        Object shape() {
            return List.of(function == null ? "group" : function, column);
        }
    }

    /** Both filters as one: their operands, those of {@link #filter} first, and what decides their SQL. */
    public Filter both() {
        return new Filter(new Criterion.All(List.of(filter.root(), having.root())));
    }

    /** What decides the SQL beside the filters. */
    public List<?> shape() {
        return List.of(outputs.stream().map(Output::shape).toList(), order, limited);
    }
}
