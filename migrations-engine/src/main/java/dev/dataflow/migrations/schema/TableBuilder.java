package dev.dataflow.migrations.schema;

import dev.dataflow.migrations.identifier.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a table. Not thread-safe. */
public final class TableBuilder {

    private String name;
    private @Nullable PrimaryKey primaryKey;
    private @Nullable Partitioning partitioning;
    private @Nullable PartitionOf partitionOf;
    private final List<Column> columns = new ArrayList<>();
    private final List<UniqueKey> uniques = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<TableName> parents = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();

    TableBuilder(String name) {
        this.name = name;
    }

    TableBuilder(Table table) {
        this(table.name());
        primaryKey = table.primaryKey();
        partitioning = table.partitioning();
        partitionOf = table.partitionOf();
        columns.addAll(table.columns());
        uniques.addAll(table.uniques());
        indexes.addAll(table.indexes());
        foreignKeys.addAll(table.foreignKeys());
        checks.addAll(table.checks());
        exclusions.addAll(table.exclusions());
        triggers.addAll(table.triggers());
        policies.addAll(table.policies());
        rules.addAll(table.rules());
        parents.addAll(table.parents());
        options.putAll(table.options());
    }

    /** Gives the table another name. */
    public TableBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets the primary key; null for none. */
    public TableBuilder primaryKey(@Nullable PrimaryKey value) {
        primaryKey = value;
        return this;
    }

    /** Sets how rows are spread over partitions; null for not at all. */
    public TableBuilder partitioning(@Nullable Partitioning value) {
        partitioning = value;
        return this;
    }

    /** Sets whose partition the table is; null for nobody's. */
    public TableBuilder partitionOf(@Nullable PartitionOf value) {
        partitionOf = value;
        return this;
    }

    /** Sets the tables that it inherits from. */
    public TableBuilder parents(Collection<TableName> values) {
        parents.clear();
        parents.addAll(values);
        return this;
    }

    /** Adds a column, after those that are there. */
    public TableBuilder column(Column value) {
        columns.add(value);
        return this;
    }

    /** Replaces all columns. */
    public TableBuilder columns(Collection<Column> values) {
        List<Column> copy = List.copyOf(values);
        columns.clear();
        columns.addAll(copy);
        return this;
    }

    /** Adds a unique constraint. */
    public TableBuilder unique(UniqueKey value) {
        uniques.add(value);
        return this;
    }

    /** Replaces all unique constraints. */
    public TableBuilder uniques(Collection<UniqueKey> values) {
        List<UniqueKey> copy = List.copyOf(values);
        uniques.clear();
        uniques.addAll(copy);
        return this;
    }

    /** Adds a index. */
    public TableBuilder index(Index value) {
        indexes.add(value);
        return this;
    }

    /** Replaces all indexes. */
    public TableBuilder indexes(Collection<Index> values) {
        List<Index> copy = List.copyOf(values);
        indexes.clear();
        indexes.addAll(copy);
        return this;
    }

    /** Adds a foreign key. */
    public TableBuilder foreignKey(ForeignKey value) {
        foreignKeys.add(value);
        return this;
    }

    /** Replaces all foreign keys. */
    public TableBuilder foreignKeys(Collection<ForeignKey> values) {
        List<ForeignKey> copy = List.copyOf(values);
        foreignKeys.clear();
        foreignKeys.addAll(copy);
        return this;
    }

    /** Adds a check. */
    public TableBuilder check(Check value) {
        checks.add(value);
        return this;
    }

    /** Replaces all checks. */
    public TableBuilder checks(Collection<Check> values) {
        List<Check> copy = List.copyOf(values);
        checks.clear();
        checks.addAll(copy);
        return this;
    }

    /** Adds a exclusion constraint. */
    public TableBuilder exclusion(Exclusion value) {
        exclusions.add(value);
        return this;
    }

    /** Replaces all exclusions. */
    public TableBuilder exclusions(Collection<Exclusion> values) {
        List<Exclusion> copy = List.copyOf(values);
        exclusions.clear();
        exclusions.addAll(copy);
        return this;
    }

    /** Adds a trigger. */
    public TableBuilder trigger(Trigger value) {
        triggers.add(value);
        return this;
    }

    /** Replaces all triggers. */
    public TableBuilder triggers(Collection<Trigger> values) {
        List<Trigger> copy = List.copyOf(values);
        triggers.clear();
        triggers.addAll(copy);
        return this;
    }

    /** Adds a policy. */
    public TableBuilder policy(Policy value) {
        policies.add(value);
        return this;
    }

    /** Replaces all policies. */
    public TableBuilder policies(Collection<Policy> values) {
        List<Policy> copy = List.copyOf(values);
        policies.clear();
        policies.addAll(copy);
        return this;
    }

    /** Adds a rule. */
    public TableBuilder rule(Rule value) {
        rules.add(value);
        return this;
    }

    /** Replaces all rules. */
    public TableBuilder rules(Collection<Rule> values) {
        List<Rule> copy = List.copyOf(values);
        rules.clear();
        rules.addAll(copy);
        return this;
    }

    /** Adds a table that this one inherits from. */
    public TableBuilder parent(TableName value) {
        parents.add(value);
        return this;
    }

    /** Sets an option; null takes it away. */
    public TableBuilder option(String key, @Nullable String value) {
        if (value == null) {
            options.remove(key);
        } else {
            options.put(key, value);
        }
        return this;
    }

    /** The table. */
    public Table build() {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                indexes,
                foreignKeys,
                checks,
                exclusions,
                triggers,
                policies,
                rules,
                partitioning,
                partitionOf,
                parents,
                Ordered.options(options));
    }
}
