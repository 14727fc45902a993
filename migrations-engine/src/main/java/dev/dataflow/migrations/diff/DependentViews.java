package dev.dataflow.migrations.diff;

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

/** Views that both schemas have and that mention what goes, becomes another, or gets another name. */
final class DependentViews {

    private final Schema before;
    private final Schema after;
    private final Set<String> touched = new TreeSet<>();

    DependentViews(Schema before, Schema after, Collection<Change> changes) {
        this.before = before;
        this.after = after;
        boolean rebuilt = before.engine().family() == EngineFamily.SQLITE;
        changes.forEach(change -> touch(change, rebuilt));
    }

    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        for (boolean again = true; again; ) {
            again = false;
            for (View view : before.views()) {
                if (after.views().contains(view) && Mentions.any(text(view), touched) && touched.add(view.name())) {
                    changes.add(new ViewChange.Drop(view));
                    changes.add(new ViewChange.Create(view));
                    again = true;
                }
            }
            for (MaterialisedView view : before.materialisedViews()) {
                if (after.materialisedViews().contains(view)
                        && Mentions.any(view.definition(), touched)
                        && touched.add(view.name())) {
                    changes.add(new MaterialisedViewChange.Drop(view));
                    changes.add(new MaterialisedViewChange.Create(view));
                    again = true;
                }
            }
        }
        return changes;
    }

    /** The names of tables and views that do not stay as they are. */
    Set<String> touched() {
        return touched;
    }

    /** A view's query and its triggers. */
    static String text(View view) {
        StringBuilder text = new StringBuilder(view.definition());
        view.triggers().forEach(trigger -> text.append(' ').append(trigger.definition()));
        return text.toString();
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
