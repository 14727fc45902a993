package dev.dataflow.migrations.diff;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What does not differ and must all the same go and come back, so that differences can be made. Not thread-safe. */
final class Dependents {

    private final Schema before;
    private final Schema after;
    private final List<Change> renamings;
    private final List<Change> all;
    private final TouchedColumns touched;

    Dependents(Schema before, Schema after, List<Change> renamings, Collection<Change> differences) {
        this.before = before;
        this.after = after;
        this.renamings = renamings;
        this.all = new ArrayList<>(differences);
        touched = new TouchedColumns(before.engine(), differences);
    }

    /** The differences, and what goes and comes back for them. */
    List<Change> withDependents() {
        before.tables().forEach(table -> after.table(table.name()).ifPresent(to -> generated(table, to)));
        for (Table table : before.tables()) {
            after.table(table.name())
                    .ifPresent(to -> add(new DependentParts(before.engine(), touched, table, to).all()));
        }
        DependentKeys keys = new DependentKeys(before, after, touched, all);
        add(keys.all());
        if (before.engine().family() != EngineFamily.SQLITE) {
            List.copyOf(all).forEach(change -> release(change, keys));
        }
        List<Change> everything = new ArrayList<>(renamings);
        everything.addAll(all);
        add(new DependentDefinitions(before, after, everything).all());
        Set<Change> found = Set.copyOf(all);
        all.removeIf(change ->
                change instanceof RoutineChange.Alter alter && found.contains(new RoutineChange.Drop(alter.before())));
        return all;
    }

    private void generated(Table from, Table to) {
        for (boolean again = true; again; ) {
            again = false;
            for (Column column : from.columns()) {
                Set<String> names = touched.any(to.name());
                Column other = to.column(column.name()).orElse(null);
                if (column.generated() != null
                        && other != null
                        && !ComputedColumns.keepsValues(before.engine(), column, other)
                        && !touched.gone(to.name()).contains(column.name())
                        && Mentions.any(column.generated().expression(), names)) {
                    all.removeIf(change -> change instanceof ColumnChange.Alter alter
                            && alter.table().equals(to.name())
                            && alter.after().equals(other));
                    add(List.of(new ColumnChange.Drop(to.name(), column), new ColumnChange.Add(to.name(), other)));
                    touched.goes(to.name(), column.name());
                    again = true;
                }
            }
        }
    }

    /** Tables go after the keys that they point to have changed, so that their foreign keys may have to go before. */
    private void release(Change change, DependentKeys keys) {
        if (change instanceof TableChange.Drop drop) {
            List<ForeignKey> early = keys.goingBefore(drop.dropped());
            if (!early.isEmpty()) {
                List<ForeignKey> rest = new ArrayList<>(drop.dropped().foreignKeys());
                rest.removeAll(early);
                early.forEach(key -> all.add(new ForeignKeyChange.Drop(drop.table(), key)));
                Table alone = drop.dropped().edit().foreignKeys(rest).build();
                all.set(all.indexOf(change), new TableChange.Drop(alone));
            }
        }
    }

    private void add(List<Change> changes) {
        changes.stream().filter(change -> !all.contains(change)).forEach(all::add);
    }
}
