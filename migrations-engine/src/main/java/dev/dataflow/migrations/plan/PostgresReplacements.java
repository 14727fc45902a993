package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Indexes and keys that become others under their name, where the new one can be built before the old one goes: what is
 * unique stays so, and what is fast stays so.
 *
 * @param rest the differences without the old ones
 * @param replaced the old one by the new one
 */
record PostgresReplacements(List<Change> rest, Map<Change, TablePartChange> replaced) {

    /**
     * Finds them.
     *
     * @param changes the differences
     * @param possible whether a new one can be built beside the old one
     */
    static PostgresReplacements of(List<Change> changes, Predicate<TablePartChange> possible) {
        Map<Change, TablePartChange> replaced = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof TablePartChange add && !add.isDrop() && isKey(add) && possible.test(add)) {
                changes.stream()
                        .filter(each -> each instanceof TablePartChange drop && replaces(add, drop))
                        .filter(each -> !hasToGo((TablePartChange) each, changes))
                        .findFirst()
                        .ifPresent(drop -> replaced.put(add, (TablePartChange) drop));
            }
        }
        List<Change> rest = new ArrayList<>(changes);
        rest.removeIf(replaced::containsValue);
        return new PostgresReplacements(rest, replaced);
    }

    /** The old one; null when it is new altogether. */
    @Nullable
    TablePartChange before(Change add) {
        return replaced.get(add);
    }

    private static boolean isKey(TablePartChange change) {
        return change instanceof IndexChange || change instanceof UniqueKeyChange || change instanceof PrimaryKeyChange;
    }

    private static boolean replaces(TablePartChange add, TablePartChange drop) {
        return drop.isDrop()
                && drop.getClass().getEnclosingClass() == add.getClass().getEnclosingClass()
                && drop.table().equals(add.table())
                && drop.name().equals(add.name());
    }

    /** Whether a column of it changes or goes, or a foreign key may stand on it. */
    private static boolean hasToGo(TablePartChange old, List<Change> changes) {
        Set<String> touched = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof ForeignKeyChange key
                    && key.key().target().name().equals(old.table())) {
                return true;
            }
            if (change instanceof ColumnChange.Alter alter
                    && alter.table().equals(old.table())
                    && (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)) {
                touched.add(alter.after().name());
            } else if (change instanceof ColumnChange.Drop drop && drop.table().equals(old.table())) {
                touched.add(drop.column().name());
            }
        }
        if (old instanceof IndexChange change) {
            Index index = change.index();
            return on(index.parts(), index.include(), touched) || Mentions.any(index.where(), touched);
        }
        return old instanceof UniqueKeyChange key
                ? on(key.key().parts(), key.key().include(), touched)
                : old instanceof PrimaryKeyChange primary
                        && on(primary.key().parts(), primary.key().include(), touched);
    }

    private static boolean on(List<KeyPart> parts, List<String> include, Set<String> touched) {
        return include.stream().anyMatch(touched::contains)
                || parts.stream()
                        .anyMatch(part -> touched.contains(part.column()) || Mentions.any(part.expression(), touched));
    }
}
