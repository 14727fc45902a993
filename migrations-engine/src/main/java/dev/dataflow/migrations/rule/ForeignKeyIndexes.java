package dev.dataflow.migrations.rule;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whether an index begins with a foreign key's columns. MySQL and MariaDB make one by themselves. */
final class ForeignKeyIndexes {

    private ForeignKeyIndexes() {}

    /** Whether none is known, in the target schema, or in what stands in the same plan or file. */
    static boolean isMissing(Occurrence occurrence) {
        if (occurrence.isOn(EngineFamily.MYSQL)) {
            return false;
        }
        List<String> columns = Arrays.asList(
                occurrence.operation().part(Part.COLUMNS).orElse("").split(","));
        Stream<List<String>> indexed = Stream.concat(
                occurrence.tableAfter().stream().flatMap(ForeignKeyIndexes::indexed),
                occurrence.all().stream()
                        .filter(each -> each.is(Action.CREATE_INDEX, Action.ADD_UNIQUE, Action.ADD_PRIMARY_KEY)
                                && each.operation()
                                        .table()
                                        .equals(occurrence.operation().table()))
                        .map(each -> Arrays.asList(
                                each.operation().part(Part.COLUMNS).orElse("").split(","))));
        return indexed.noneMatch(index -> index.size() >= columns.size()
                && index.subList(0, columns.size()).containsAll(columns));
    }

    private static Stream<List<String>> indexed(Table table) {
        return Stream.concat(
                table.keys().stream(),
                table.indexes().stream().filter(index -> index.where() == null).map(index -> index.columns()));
    }
}
