package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts of a table that both schemas have and that cannot stay while its columns change. Not thread-safe. */
final class DependentParts {

    private final Table before;
    private final Table after;
    private final boolean lazy;
    private final Set<String> gone;
    private final Set<String> any;
    private final List<Change> changes = new ArrayList<>();

    /**
     * Parts of a table.
     *
     * @param engine the database; MySQL and MariaDB look at a trigger when it fires, so that rows always meet it
     */
    DependentParts(DatabaseEngine engine, TouchedColumns touched, Table before, Table after) {
        lazy = engine.family() == EngineFamily.MYSQL;
        this.before = before;
        this.after = after;
        gone = touched.gone(after.name());
        any = touched.any(after.name());
    }

    List<Change> all() {
        if (any.isEmpty()) {
            return List.of();
        }
        String name = after.name();
        PrimaryKey key = before.primaryKey();
        again(
                Stream.ofNullable(key).toList(),
                Stream.ofNullable(after.primaryKey()).toList(),
                each -> on(each.parts(), null),
                each -> new PrimaryKeyChange.Drop(name, each),
                each -> new PrimaryKeyChange.Add(name, each));
        again(
                before.uniques(),
                after.uniques(),
                each -> on(each.parts(), null) || each.include().stream().anyMatch(gone::contains),
                each -> new UniqueKeyChange.Drop(name, each),
                each -> new UniqueKeyChange.Add(name, each));
        again(
                before.indexes(),
                after.indexes(),
                each -> on(each.parts(), each.where())
                        || each.include().stream().anyMatch(gone::contains),
                each -> new IndexChange.Drop(name, each),
                each -> new IndexChange.Create(name, each));
        again(
                before.checks(),
                after.checks(),
                each -> Mentions.any(each.expression(), gone),
                each -> new CheckChange.Drop(name, each),
                each -> new CheckChange.Add(name, each));
        again(
                before.exclusions(),
                after.exclusions(),
                each -> Mentions.any(each.definition(), any),
                each -> new ExclusionChange.Drop(name, each),
                each -> new ExclusionChange.Add(name, each));
        again(
                before.triggers(),
                after.triggers(),
                each -> !lazy && Mentions.any(each.definition(), any),
                each -> new TriggerChange.Drop(name, each),
                each -> new TriggerChange.Create(name, each));
        again(
                before.policies(),
                after.policies(),
                each -> Mentions.any(each.using(), any) || Mentions.any(each.check(), any),
                each -> new PolicyChange.Drop(name, each),
                each -> new PolicyChange.Create(name, each));
        again(
                before.rules(),
                after.rules(),
                each -> Mentions.any(each.definition(), any),
                each -> new RuleChange.Drop(name, each),
                each -> new RuleChange.Create(name, each));
        return changes;
    }

    /** A database makes an index over an altered column anew by itself, but not one over an expression or a condition. */
    private boolean on(List<KeyPart> parts, @Nullable String where) {
        return Mentions.any(where, any)
                || parts.stream()
                        .anyMatch(part -> part.column() == null
                                ? Mentions.any(part.expression(), any)
                                : gone.contains(part.column()));
    }

    private <T> void again(
            List<T> from, List<T> to, Predicate<T> touched, Function<T, Change> drop, Function<T, Change> add) {
        from.stream().filter(touched).filter(to::contains).forEach(each -> {
            changes.add(drop.apply(each));
            changes.add(add.apply(each));
        });
    }
}
