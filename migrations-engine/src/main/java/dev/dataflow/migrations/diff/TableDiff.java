package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.RowSecurityState;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The differences of tables. Not thread-safe. */
final class TableDiff {

    private final List<Change> changes = new ArrayList<>();

    private final DatabaseEngine engine;

    private TableDiff(DatabaseEngine engine) {
        this.engine = engine;
    }

    static List<Change> of(Schema before, Schema after) {
        TableDiff diff = new TableDiff(before.engine());
        Heirs oldHeirs = new Heirs(before);
        Heirs newHeirs = new Heirs(after);
        Map<String, Table> tables = new TreeMap<>();
        after.tables().forEach(table -> tables.put(table.name(), table));
        List<Table> gone = new ArrayList<>();
        for (Table table : before.tables()) {
            Table other = tables.remove(table.name());
            if (other == null) {
                gone.add(table);
            } else {
                diff.columns(
                        table.edit().columns(oldHeirs.columns(table)).build(),
                        other.edit().columns(newHeirs.columns(other)).build(),
                        name -> table.column(name).isPresent()
                                && other.column(name).isPresent());
                diff.compare(table, other);
            }
        }
        boolean forward = before.engine().family() == EngineFamily.SQLITE;
        diff.drop(gone, forward);
        diff.create(List.copyOf(tables.values()), forward);
        return diff.changes;
    }

    private void create(List<Table> tables, boolean forward) {
        ReferenceOrder order = ReferenceOrder.of(tables);
        for (Table table : order.tables()) {
            List<ForeignKey> within = forward ? table.foreignKeys() : order.backward(table);
            changes.add(new TableChange.Create(table.edit()
                    .foreignKeys(within)
                    .triggers(List.of())
                    .policies(List.of())
                    .rules(List.of())
                    .build()));
            PartDiff.of(within, table.foreignKeys())
                    .come()
                    .forEach(key -> changes.add(new ForeignKeyChange.Add(table.name(), key)));
            TriggerDiff.of(engine, List.of(), table.triggers())
                    .come()
                    .forEach(each -> changes.add(new TriggerChange.Create(table.name(), each)));
            table.policies().forEach(each -> changes.add(new PolicyChange.Create(table.name(), each)));
            table.rules().forEach(each -> changes.add(new RuleChange.Create(table.name(), each)));
        }
    }

    private void drop(List<Table> tables, boolean forward) {
        ReferenceOrder order = ReferenceOrder.of(tables);
        List<Table> reversed = new ArrayList<>(order.tables());
        java.util.Collections.reverse(reversed);
        for (Table table : reversed) {
            List<ForeignKey> within = forward ? table.foreignKeys() : order.backward(table);
            PartDiff.of(table.foreignKeys(), within)
                    .gone()
                    .forEach(key -> changes.add(new ForeignKeyChange.Drop(table.name(), key)));
            changes.add(new TableChange.Drop(table.edit().foreignKeys(within).build()));
        }
    }

    private void compare(Table before, Table after) {
        String name = after.name();
        if (!Objects.equals(before.primaryKey(), after.primaryKey())) {
            if (before.primaryKey() != null) {
                changes.add(new PrimaryKeyChange.Drop(name, before.primaryKey()));
            }
            if (after.primaryKey() != null) {
                changes.add(new PrimaryKeyChange.Add(name, after.primaryKey()));
            }
        }
        parts(
                PartDiff.of(before.uniques(), after.uniques()),
                each -> new UniqueKeyChange.Drop(name, each),
                each -> new UniqueKeyChange.Add(name, each));
        parts(
                PartDiff.of(before.indexes(), after.indexes()),
                each -> new IndexChange.Drop(name, each),
                each -> new IndexChange.Create(name, each));
        parts(
                PartDiff.of(before.foreignKeys(), after.foreignKeys()),
                each -> new ForeignKeyChange.Drop(name, each),
                each -> new ForeignKeyChange.Add(name, each));
        parts(
                PartDiff.of(before.checks(), after.checks()),
                each -> new CheckChange.Drop(name, each),
                each -> new CheckChange.Add(name, each));
        parts(
                PartDiff.of(before.exclusions(), after.exclusions()),
                each -> new ExclusionChange.Drop(name, each),
                each -> new ExclusionChange.Add(name, each));
        parts(
                TriggerDiff.of(engine, before.triggers(), after.triggers()),
                each -> new TriggerChange.Drop(name, each),
                each -> new TriggerChange.Create(name, each));
        parts(
                PartDiff.of(before.policies(), after.policies()),
                each -> new PolicyChange.Drop(name, each),
                each -> new PolicyChange.Create(name, each));
        parts(
                PartDiff.of(before.rules(), after.rules()),
                each -> new RuleChange.Drop(name, each),
                each -> new RuleChange.Create(name, each));
        if (!before.options().equals(after.options())) {
            options(before, after);
        }
        if (!Objects.equals(before.partitioning(), after.partitioning())
                || !Objects.equals(before.partitionOf(), after.partitionOf())
                || !before.parents().equals(after.parents())) {
            changes.add(new TableChange.AlterPartitions(before, after));
        }
    }

    /** Who sees which rows changes beside the policies, and by itself. */
    private void options(Table before, Table after) {
        Table between = after.edit()
                .option(RowSecurityState.OPTION, before.options().get(RowSecurityState.OPTION))
                .build();
        if (!between.options().equals(before.options())) {
            changes.add(new TableChange.AlterOptions(before, between));
        }
        if (!between.options().equals(after.options())) {
            changes.add(new TableChange.AlterOptions(between, after));
        }
    }

    private void columns(Table before, Table after, Predicate<String> commented) {
        for (Column column : before.columns()) {
            Column other = after.column(column.name()).orElse(null);
            if (other == null) {
                changes.add(new ColumnChange.Drop(after.name(), column));
            } else if (!Objects.equals(column.generated(), other.generated())
                    && !ComputedColumns.keepsValues(engine, column, other)) {
                changes.add(new ColumnChange.Drop(after.name(), column));
                changes.add(new ColumnChange.Add(after.name(), other));
            } else {
                for (ColumnAspect aspect : ColumnAspect.values()) {
                    boolean known = aspect != ColumnAspect.OPTIONS || commented.test(column.name());
                    if (known && !Objects.equals(aspect.of(column), aspect.of(other))) {
                        changes.add(new ColumnChange.Alter(after.name(), aspect, column, other));
                    }
                }
            }
        }
        after.columns().stream()
                .filter(column -> before.column(column.name()).isEmpty())
                .forEach(column -> changes.add(new ColumnChange.Add(after.name(), column)));
    }

    private <T> void parts(PartDiff<T> diff, Function<T, Change> drop, Function<T, Change> add) {
        diff.gone().forEach(each -> changes.add(drop.apply(each)));
        diff.come().forEach(each -> changes.add(add.apply(each)));
    }
}
