package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Check;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.UniqueKey;
import java.util.stream.Stream;

/** The names a table brings. */
final class TableNames {

    private TableNames() {}

    /** All of them. */
    static Stream<String> of(Table table) {
        return Stream.of(
                        Stream.ofNullable(table.name().schema()),
                        Stream.of(table.name().name()),
                        table.columnNames().stream(),
                        indexes(table),
                        table.foreignKeys().stream().map(ForeignKey::name),
                        table.checks().stream().map(Check::name))
                .flatMap(names -> names);
    }

    /** Those of unique keys and indexes. */
    static Stream<String> indexes(Table table) {
        return Stream.concat(
                table.uniques().stream().map(UniqueKey::name),
                table.indexes().stream().map(Index::name));
    }
}
