package dev.dataflow.benchmarks.rows;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a peer whose user writes the condition on the last row's values.
 *
 * @param rows the rows
 * @param behind reads the rows behind one
 */
public record RowsBehind<R>(List<R> rows, Function<R, List<R>> behind) implements RowPage<R> {

    /** Keeps the list as it is, since a copy would be measured. */
    public RowsBehind {}

    @Override
    public RowPage<R> next() {
        return new RowsBehind<>(behind.apply(rows.get(rows.size() - 1)), behind);
    }
}
