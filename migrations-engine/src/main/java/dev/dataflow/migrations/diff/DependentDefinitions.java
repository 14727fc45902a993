package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Views that both schemas have and that mention what goes, becomes another, or gets another name. On SQLite triggers, too:
 * it looks at all of them when a table gets another name; on PostgreSQL what {@link PostgresDependents} finds. MySQL and
 * MariaDB look at a view when it is read: there all stay.
 */
final class DependentDefinitions {

    private final Schema before;
    private final Schema after;
    private final Collection<Change> changes;
    private final boolean sqlite;
    private final boolean lazy;
    private final Set<String> touched = new TreeSet<>();

    DependentDefinitions(Schema before, Schema after, Collection<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        sqlite = before.engine().family() == EngineFamily.SQLITE;
        lazy = before.engine().family() == EngineFamily.MYSQL;
        changes.forEach(change -> touch(change, sqlite));
    }

    /** What takes them away, and what brings them back. */
    List<Change> all() {
        if (before.engine() == DatabaseEngine.POSTGRESQL) {
            return new PostgresDependents(before, after, touched, changes).all();
        }
        if (lazy) {
            return List.of();
        }
        Mentioning mentioning = Mentioning.of(
                touched,
                before.views().stream().filter(after.views()::contains).toList(),
                before.materialisedViews().stream()
                        .filter(after.materialisedViews()::contains)
                        .toList());
        List<Change> all = new ArrayList<>();
        for (View view : mentioning.views()) {
            all.add(new ViewChange.Drop(view));
            all.add(new ViewChange.Create(view));
        }
        for (MaterialisedView view : mentioning.materialisedViews()) {
            all.add(new MaterialisedViewChange.Drop(view));
            all.add(new MaterialisedViewChange.Create(view));
        }
        if (sqlite) {
            before.tables()
                    .forEach(table -> after.table(table.name())
                            .ifPresent(to -> mentioning.triggers(table).stream()
                                    .filter(to.triggers()::contains)
                                    .forEach(each -> {
                                        all.add(new TriggerChange.Drop(table.name(), each));
                                        all.add(new TriggerChange.Create(table.name(), each));
                                    })));
        }
        return all;
    }

    /** On SQLite most changes make a table anew, which no view of it outlives. */
    private void touch(Change change, boolean rebuilt) {
        if (change instanceof TableChange.Rename rename) {
            touched.add(rename.from());
            touched.add(rename.to());
        } else if (change instanceof TableChange.Drop drop) {
            touched.add(drop.table());
        } else if (change instanceof TableChange.AlterOptions alter && rebuilt) {
            touched.add(alter.table());
        } else if (change instanceof ColumnChange.Drop drop) {
            touched.add(drop.table());
        } else if (change instanceof ColumnChange.Rename rename) {
            touched.add(rename.table());
        } else if (change instanceof ColumnChange.Add add && rebuilt && !SqliteColumns.isAddedInPlace(add.column())) {
            touched.add(add.table());
        } else if (change instanceof ColumnChange.Alter alter
                && (rebuilt || alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)) {
            touched.add(alter.table());
        } else if (change instanceof ViewChange.Drop drop) {
            touched.add(drop.name());
        } else if (change instanceof MaterialisedViewChange.Drop drop) {
            touched.add(drop.name());
        } else if (rebuilt
                && change instanceof TablePartChange part
                && !(part instanceof IndexChange)
                && !(part instanceof TriggerChange)) {
            touched.add(part.table());
        }
    }
}
