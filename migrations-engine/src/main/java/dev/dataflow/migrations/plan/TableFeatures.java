package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What tables have that keeps MySQL or MariaDB from changing them in place: before a plan or after it, so at any time in between. */
final class TableFeatures {

    private static final String INNODB = "InnoDB";

    private final SchemaDiff diff;
    private final Map<String, String> before = new HashMap<>();

    TableFeatures(SchemaDiff diff) {
        this.diff = diff;
        diff.changes().forEach(change -> {
            if (change instanceof TableChange.Rename rename) {
                before.put(rename.to(), rename.from());
            }
        });
    }

    /** Whether values of computed columns are kept in the table or in an index. */
    boolean keepsComputed(String table) {
        return tables(table)
                        .anyMatch(each -> each.columns().stream()
                                .anyMatch(column -> column.generated() != null
                                        && column.generated().stored()))
                || indexesVirtual(table);
    }

    /** Whether an index keeps values of a virtual column. */
    boolean indexesVirtual(String table) {
        return tables(table)
                .anyMatch(each -> each.columns().stream()
                        .filter(column -> column.generated() != null
                                && !column.generated().stored())
                        .anyMatch(isIndexed(each)));
    }

    /** Whether another engine than InnoDB keeps the table. */
    boolean isForeign(String table) {
        return tables(table)
                .anyMatch(each -> !each.options().getOrDefault("engine", INNODB).equalsIgnoreCase(INNODB));
    }

    boolean isPartitioned(String table) {
        return tables(table).anyMatch(each -> each.partitioning() != null);
    }

    boolean hasSpatialIndex(String table) {
        return tables(table)
                .anyMatch(each ->
                        each.indexes().stream().anyMatch(index -> index.method().equals("spatial")));
    }

    /** How many full-text indexes a table has at most. */
    long fullTextIndexes(String table) {
        return tables(table)
                .mapToLong(each -> each.indexes().stream()
                        .filter(index -> index.method().equals("fulltext"))
                        .count())
                .max()
                .orElse(0);
    }

    private Stream<Table> tables(String table) {
        return Stream.concat(
                diff.before().table(before.getOrDefault(table, table)).stream(), diff.after().table(table).stream());
    }

    private static Predicate<Column> isIndexed(Table table) {
        return column -> table.indexes().stream()
                        .flatMap(index -> index.parts().stream())
                        .anyMatch(part -> column.name().equals(part.column()))
                || table.uniques().stream().anyMatch(key -> key.columns().contains(column.name()));
    }
}
