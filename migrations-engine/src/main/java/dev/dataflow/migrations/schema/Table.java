package dev.dataflow.migrations.schema;

import dev.dataflow.migrations.identifier.TableName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table or a partition. A table that inherits, and a partition, holds only what it does not have from its parent, or has
 * otherwise: columns, keys, indexes, checks and triggers.
 *
 * @param name its name
 * @param columns its columns in their order
 * @param primaryKey its primary key; null for none
 * @param uniques its unique constraints; on MySQL and MariaDB they are unique indexes and nothing else
 * @param indexes its indexes, except those of its keys
 * @param foreignKeys its foreign keys
 * @param checks its checks; those of domains are with the domains
 * @param exclusions its exclusion constraints; PostgreSQL only
 * @param triggers its triggers
 * @param policies its policies for rows; PostgreSQL only
 * @param rules its rewrite rules; PostgreSQL only
 * @param partitioning how its rows are spread over partitions; null when they are not
 * @param partitionOf whose partition it is, on PostgreSQL; else null
 * @param parents the tables it inherits from, in their order, on PostgreSQL; partitions have none
 * @param options what else: {@code comment}; PostgreSQL {@code persistence} ({@code unlogged}), {@code row security}
 *     ({@code enabled} or {@code forced}), {@code access method}, {@code replica identity}, {@code with}; MySQL and
 *     MariaDB {@code engine}, {@code collation}, {@code create options}, {@code system versioned}; SQLite {@code strict},
 *     {@code without rowid}, {@code virtual} (the module and its arguments)
 */
public record Table(
        String name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniques,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Exclusion> exclusions,
        List<Trigger> triggers,
        List<Policy> policies,
        List<Rule> rules,
        @Nullable Partitioning partitioning,
        @Nullable PartitionOf partitionOf,
        List<TableName> parents,
        SortedMap<String, String> options) {

    /** Copies the lists; all but columns and parents in the order of names. */
    public Table {
        columns = List.copyOf(columns);
        uniques = Ordered.byName(uniques, UniqueKey::name);
        indexes = Ordered.byName(indexes, Index::name);
        foreignKeys = Ordered.byName(foreignKeys, ForeignKey::name);
        checks = Ordered.byName(checks, Check::name);
        exclusions = Ordered.byName(exclusions, Exclusion::name);
        triggers = Ordered.byName(triggers, Trigger::name);
        policies = Ordered.byName(policies, Policy::name);
        rules = Ordered.byName(rules, Rule::name);
        parents = List.copyOf(parents);
        options = Ordered.options(options);
    }

    /** A builder of a table that has nothing yet. */
    public static TableBuilder named(String name) {
        return new TableBuilder(name);
    }

    /** A builder that starts with what this table has. */
    public TableBuilder edit() {
        return new TableBuilder(this);
    }

    /** The column of exactly this name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /**
     * The columns by which at most one row is found: of the primary key, of unique constraints, and of valid unique indexes
     * over all rows and whole columns.
     */
    public List<List<String>> keys() {
        return Stream.of(
                        Stream.ofNullable(primaryKey).map(PrimaryKey::columns),
                        uniques.stream().map(UniqueKey::columns),
                        indexes.stream()
                                .filter(index -> index.unique() && index.valid() && index.coversWholeRows())
                                .map(Index::columns))
                .flatMap(each -> each)
                .toList();
    }
}
