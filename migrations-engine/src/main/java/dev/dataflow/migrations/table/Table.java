package dev.dataflow.migrations.table;

import dev.dataflow.migrations.identifier.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns in order
 * @param primaryKey its primary key; null for none
 * @param uniques its other unique keys
 * @param indexes its other indexes
 * @param foreignKeys its foreign keys
 * @param checks its checks, where they are known
 */
public record Table(
        TableName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniques,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /** The column of exactly this name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** The names of the columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The columns of the primary key and of each unique key over all rows. */
    public List<List<String>> keys() {
        return Stream.concat(
                        Stream.ofNullable(primaryKey).map(PrimaryKey::columns),
                        uniques.stream().filter(unique -> !unique.live()).map(UniqueKey::columns))
                .toList();
    }

    /** The columns of everything that is an index: keys, unique keys and indexes. */
    public List<List<String>> indexed() {
        return Stream.concat(keys().stream(), indexes.stream().map(Index::columns))
                .toList();
    }
}
