package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables that inherit from others, and partitions. A schema keeps of their columns only those that are unlike their parents'. Immutable and
 * thread-safe.
 */
public final class Heirs {

    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, List<Table>> children = new HashMap<>();

    /** The heirs of a schema. */
    public Heirs(Schema schema) {
        for (Table table : schema.tables()) {
            tables.put(table.name(), table);
            parents(table)
                    .forEach(parent -> children.computeIfAbsent(parent, name -> new ArrayList<>())
                            .add(table));
        }
    }

    /** All columns of a table: those of its parents without comments, and its own. */
    List<Column> columns(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        parents(table)
                .forEach(parent -> table(parent)
                        .ifPresent(found -> columns(found).stream()
                                .filter(column -> columns.stream()
                                        .noneMatch(each -> each.name().equals(column.name())))
                                .forEach(column -> columns.add(column.withOptions(Map.of())))));
        return columns;
    }

    Optional<Column> column(String table, String name) {
        return table(table)
                .flatMap(found -> columns(found).stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst());
    }

    private Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The tables that a table has columns of, and those that these have them of. */
    Stream<String> ancestors(String table) {
        return table(table).stream()
                .flatMap(Heirs::parents)
                .flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent)));
    }

    /** The names of the tables that a table has columns of. */
    static Stream<String> parents(Table table) {
        return Stream.concat(
                        table.parents().stream(),
                        Stream.ofNullable(table.partitionOf()).map(of -> of.parent()))
                .filter(parent -> parent.schema() == null)
                .map(TableName::name)
                .filter(name -> !name.equals(table.name()));
    }

    /** The tables that have columns of a table, and those that have them of these. */
    List<Table> of(String table) {
        return children.getOrDefault(table, List.of()).stream()
                .flatMap(each -> Stream.concat(Stream.of(each), of(each.name()).stream()))
                .distinct()
                .toList();
    }

    /** Whether some heir's column is unlike a table's in something. */
    public boolean differ(String table, String column, ColumnAspect aspect) {
        Optional<Column> own = column(table, column);
        return own.isPresent()
                && of(table).stream()
                        .flatMap(heir -> column(heir.name(), column).stream())
                        .anyMatch(each -> !Objects.equals(aspect.of(each), aspect.of(own.get())));
    }
}
