package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.Table;
import java.util.List;
import java.util.stream.Stream;

/** How large a key or index of MySQL can be, at four bytes for a character. */
final class MySqlKeyLimit implements Limit {

    private static final int MOST = 3_072;

    @Override
    public Stream<String> broken(Table table) {
        return table.indexed().stream().distinct().flatMap(index -> broken(table, index));
    }

    private static Stream<String> broken(Table table, List<String> index) {
        List<Column> columns =
                index.stream().flatMap(name -> table.column(name).stream()).toList();
        String owner = table.name() + ": the key or index (" + String.join(", ", index) + ") ";
        if (columns.stream().anyMatch(MySqlBytes::isLong)) {
            return Stream.of(owner + "holds a column without a length; give it one with @Column(length)");
        }
        int bytes = columns.stream().mapToInt(MySqlBytes::inKey).sum();
        return bytes <= MOST
                ? Stream.empty()
                : Stream.of(owner + "can have " + bytes + " bytes, at most " + MOST
                        + " are possible, which is 768 characters");
    }
}
