package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes of columns that heirs and partitions have from their parents. PostgreSQL makes them with the parent's: it refuses to add, drop
 * or retype such a column apart, and a default of the parent's would put away the heir's own.
 */
final class HeirChanges {

    private final Heirs oldHeirs;
    private final Heirs newHeirs;
    private final List<ColumnChange> changes;

    HeirChanges(Schema before, Schema after, List<Change> changes) {
        oldHeirs = new Heirs(before);
        newHeirs = new Heirs(after);
        this.changes = changes.stream()
                .filter(ColumnChange.class::isInstance)
                .map(ColumnChange.class::cast)
                .toList();
    }

    /** The changes without what comes with those of parents, and with what heirs have of their own. */
    List<Change> settled(List<Change> all) {
        Set<Change> settled = new LinkedHashSet<>();
        List<Change> last = new ArrayList<>();
        for (Change change : all) {
            if (change instanceof ColumnChange.Alter alter && isRetyped(alter)) {
                settled.addAll(defaults(alter, true));
                last.addAll(defaults(alter, false));
            }
            if (change instanceof ColumnChange.Add add && parent(add) != null) {
                last.addAll(own(add, Objects.requireNonNull(parent(add))));
            } else if (change instanceof ColumnChange.Alter alter && isFreed(alter)) {
                last.add(change);
            } else if (!(change instanceof ColumnChange column && comesWithParent(column))) {
                settled.add(change);
            }
        }
        settled.addAll(last);
        return List.copyOf(settled);
    }

    /** An heir's column may be NULL only after its parent's may. */
    private boolean isFreed(ColumnChange.Alter alter) {
        return alter.aspect() == ColumnAspect.NULLABILITY
                && alter.after().nullable()
                && newHeirs.ancestors(alter.table()).findAny().isPresent()
                && !comesWithParent(alter);
    }

    /** Whether parents and heirs go their own ways: then each is changed by itself. */
    private boolean isAlone(String table, String column, ColumnAspect aspect) {
        return oldHeirs.differ(table, column, aspect) || newHeirs.differ(table, column, aspect);
    }

    private boolean comesWithParent(ColumnChange change) {
        return newHeirs.ancestors(change.table())
                .anyMatch(parent -> changes.stream()
                        .filter(other -> other.table().equals(parent))
                        .anyMatch(other -> comesWith(change, other)));
    }

    private boolean comesWith(ColumnChange change, ColumnChange parent) {
        if (change instanceof ColumnChange.Drop drop && parent instanceof ColumnChange.Drop other) {
            return drop.column().name().equals(other.column().name());
        }
        if (!(change instanceof ColumnChange.Alter alter && parent instanceof ColumnChange.Alter other)) {
            return false;
        }
        ColumnAspect aspect = alter.aspect();
        String column = alter.after().name();
        boolean forced = aspect == ColumnAspect.TYPE || aspect == ColumnAspect.COLLATION;
        boolean apart = aspect == ColumnAspect.DEFAULT || aspect == ColumnAspect.NULLABILITY;
        // what is kept of a column is said of one table only
        return aspect != ColumnAspect.OPTIONS
                && other.aspect() == aspect
                && other.after().name().equals(column)
                && Objects.equals(aspect.of(other.after()), aspect.of(alter.after()))
                && (forced || Objects.equals(aspect.of(other.before()), aspect.of(alter.before())))
                && !(apart && isAlone(other.table(), column, aspect));
    }

    private ColumnChange.@Nullable Add parent(ColumnChange.Add add) {
        List<String> ancestors = newHeirs.ancestors(add.table()).toList();
        return changes.stream()
                .filter(other -> ancestors.contains(other.table()))
                .filter(ColumnChange.Add.class::isInstance)
                .map(ColumnChange.Add.class::cast)
                .filter(other -> other.column().name().equals(add.column().name()))
                .findFirst()
                .orElse(null);
    }

    /** A column that came with the parent's becomes what it is to be. */
    private static List<Change> own(ColumnChange.Add add, ColumnChange.Add parent) {
        Map<String, String> options = new TreeMap<>(parent.column().options());
        options.keySet().retainAll(Set.of("compression"));
        Column before = parent.column().withOptions(options);
        Column to = add.column();
        return Stream.of(ColumnAspect.DEFAULT, ColumnAspect.NULLABILITY, ColumnAspect.OPTIONS)
                .filter(aspect -> !Objects.equals(aspect.of(before), aspect.of(to)))
                .map(aspect -> (Change) new ColumnChange.Alter(add.table(), aspect, before, to))
                .toList();
    }

    private boolean isRetyped(ColumnChange.Alter alter) {
        return (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)
                && newHeirs.ancestors(alter.table()).findAny().isEmpty()
                && isAlone(alter.table(), alter.after().name(), ColumnAspect.DEFAULT);
    }

    /** Heirs' defaults make way for another type as the parent's does. */
    private List<Change> defaults(ColumnChange.Alter alter, boolean first) {
        List<Change> defaults = new ArrayList<>();
        String name = alter.after().name();
        for (Table heir : newHeirs.of(alter.table())) {
            (first ? oldHeirs : newHeirs)
                    .column(heir.name(), name)
                    .filter(column -> column.defaultValue() != null)
                    .ifPresent(column -> defaults.add(
                            first
                                    ? new ColumnChange.Alter(
                                            heir.name(), ColumnAspect.DEFAULT, column, column.withDefault(null))
                                    : new ColumnChange.Alter(
                                            heir.name(), ColumnAspect.DEFAULT, column.withDefault(null), column)));
        }
        return defaults;
    }
}
