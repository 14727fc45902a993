package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.SchemaObjectChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What changes are called in allow-lists: {@code drop-column:users.legacy}. */
final class ChangeKeys {

    private static final List<String> PARTS = List.of(
            "primary-key", "unique-key", "index", "foreign-key", "check", "exclusion", "trigger", "policy", "rule");

    private static final List<String> OBJECTS =
            List.of("view", "materialised-view", "sequence", "enum-type", "domain", "composite-type", "routine");

    /** All kinds there are. */
    static final Set<String> KINDS = kinds();

    private ChangeKeys() {}

    /** What a change is called. */
    static String of(Change change) {
        if (change instanceof TableChange table) {
            return table(table) + ":" + table.table();
        }
        if (change instanceof ColumnChange column) {
            return column(column);
        }
        if (change instanceof TablePartChange part) {
            String kind = (part.isDrop() ? "drop-" : "add-") + kind(part);
            return kind + ":" + part.table() + (part instanceof PrimaryKeyChange ? "" : "." + name(part));
        }
        SchemaObjectChange object = (SchemaObjectChange) change;
        return verb(object) + kind(object) + ":" + object.name();
    }

    private static String table(TableChange change) {
        if (change instanceof TableChange.Create) {
            return "create-table";
        }
        if (change instanceof TableChange.Drop) {
            return "drop-table";
        }
        return change instanceof TableChange.Rename ? "rename-table" : "alter-table";
    }

    private static String column(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            return "add-column:" + add.table() + "." + add.column().name();
        }
        if (change instanceof ColumnChange.Drop drop) {
            return "drop-column:" + drop.table() + "." + drop.column().name();
        }
        if (change instanceof ColumnChange.Rename rename) {
            return "rename-column:" + rename.table() + "." + rename.from();
        }
        ColumnChange.Alter alter = (ColumnChange.Alter) change;
        String kind = switch (alter.aspect()) {
            case TYPE, COLLATION -> "type-change";
            case NULLABILITY -> "nullability-change";
            case DEFAULT, IDENTITY, OPTIONS -> "alter-column";
        };
        return kind + ":" + alter.table() + "." + alter.after().name();
    }

    private static String kind(TablePartChange change) {
        if (change instanceof PrimaryKeyChange) {
            return "primary-key";
        }
        if (change instanceof UniqueKeyChange) {
            return "unique-key";
        }
        if (change instanceof IndexChange) {
            return "index";
        }
        if (change instanceof ForeignKeyChange) {
            return "foreign-key";
        }
        if (change instanceof CheckChange) {
            return "check";
        }
        if (change instanceof ExclusionChange) {
            return "exclusion";
        }
        if (change instanceof TriggerChange) {
            return "trigger";
        }
        return change instanceof PolicyChange ? "policy" : "rule";
    }

    private static String name(TablePartChange change) {
        if (change instanceof UniqueKeyChange key) {
            return key.name();
        }
        if (change instanceof IndexChange index) {
            return index.name();
        }
        if (change instanceof ForeignKeyChange key) {
            return key.name();
        }
        if (change instanceof CheckChange check) {
            return check.name();
        }
        if (change instanceof ExclusionChange exclusion) {
            return exclusion.name();
        }
        if (change instanceof TriggerChange trigger) {
            return trigger.name();
        }
        return change instanceof PolicyChange policy ? policy.name() : ((RuleChange) change).name();
    }

    private static String kind(SchemaObjectChange change) {
        if (change instanceof MaterialisedViewChange) {
            return "materialised-view";
        }
        if (change instanceof SequenceChange) {
            return "sequence";
        }
        if (change instanceof EnumTypeChange) {
            return "enum-type";
        }
        if (change instanceof DomainChange) {
            return "domain";
        }
        if (change instanceof CompositeTypeChange) {
            return "composite-type";
        }
        return change instanceof RoutineChange ? "routine" : "view";
    }

    private static String verb(SchemaObjectChange change) {
        String name = change.getClass().getSimpleName();
        return name.equals("Create") ? "create-" : name.equals("Drop") ? "drop-" : "alter-";
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(Set.of(
                "create-table",
                "drop-table",
                "rename-table",
                "alter-table",
                "add-column",
                "drop-column",
                "rename-column",
                "alter-column",
                "type-change",
                "nullability-change"));
        PARTS.forEach(part -> kinds.addAll(List.of("add-" + part, "drop-" + part)));
        OBJECTS.forEach(object -> kinds.addAll(List.of("create-" + object, "drop-" + object, "alter-" + object)));
        return kinds;
    }
}
