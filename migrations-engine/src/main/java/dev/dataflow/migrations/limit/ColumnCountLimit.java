package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Table;
import java.util.stream.Stream;

/**
 * How many columns a table and an index can have.
 *
 * @param mostInTable the most columns of a table
 * @param mostInIndex the most columns of a key or index
 */
record ColumnCountLimit(int mostInTable, int mostInIndex) implements Limit {

    @Override
    public Stream<String> broken(Table table) {
        Stream<String> columns = table.columns().size() <= mostInTable
                ? Stream.empty()
                : Stream.of(table.name() + ": has " + table.columns().size() + " columns, at most " + mostInTable
                        + " are possible");
        return Stream.concat(
                columns,
                table.indexed().stream()
                        .filter(index -> index.size() > mostInIndex)
                        .map(index -> table.name() + ": a key or index has " + index.size() + " columns, at most "
                                + mostInIndex + " are possible"));
    }
}
