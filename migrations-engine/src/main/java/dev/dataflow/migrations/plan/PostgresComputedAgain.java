package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a column of PostgreSQL that holds values is computed again: it goes and comes, and so does what stands on it. */
final class PostgresComputedAgain {

    private final SchemaDiff diff;
    private final Function<List<Change>, List<String>> sql;

    PostgresComputedAgain(SchemaDiff diff, Function<List<Change>, List<String>> sql) {
        this.diff = diff;
        this.sql = sql;
    }

    /** A step with the way back, where it makes a column hold values of its own. */
    Step complete(Step step) {
        for (Change change : step.changes()) {
            if (change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.GENERATED) {
                return step.withInverse(inverse(alter, step.inverse()));
            }
        }
        return step;
    }

    private Inverse inverse(ColumnChange.Alter alter, Inverse plain) {
        Set<String> name = Set.of(alter.after().name());
        Table table = diff.after().table(alter.table()).orElseThrow();
        if (isHeld(diff.after(), table, name)) {
            return new Inverse(
                    List.of(),
                    "no statement takes it back: PostgreSQL computes no column that is there, and others stand on "
                            + alter.object());
        }
        List<Change> parts = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (on(index.parts(), index.include(), name) || Mentions.any(index.where(), name)) {
                parts.add(new IndexChange.Create(table.name(), index));
            }
        }
        table.uniques().stream()
                .filter(key -> on(key.parts(), key.include(), name))
                .forEach(key -> parts.add(new UniqueKeyChange.Add(table.name(), key)));
        table.checks().stream()
                .filter(check -> Mentions.any(check.expression(), name))
                .forEach(check -> parts.add(new CheckChange.Add(table.name(), check)));
        table.exclusions().stream()
                .filter(each -> Mentions.any(each.definition(), name))
                .forEach(each -> parts.add(new ExclusionChange.Add(table.name(), each)));
        // what comes later has gone by then
        parts.removeIf(diff.changes()::contains);
        List<String> statements = new ArrayList<>(plain.statements());
        parts.forEach(part -> statements.addAll(sql.apply(List.of(part))));
        return new Inverse(statements, plain.missing());
    }

    /** Whether it cannot go for a while. */
    private static boolean isHeld(Schema schema, Table table, Set<String> name) {
        Stream<String> definitions = Stream.of(
                        schema.views().stream().map(view -> view.definition()),
                        schema.materialisedViews().stream().map(view -> view.definition()),
                        table.triggers().stream().map(trigger -> trigger.definition()),
                        table.policies().stream()
                                .flatMap(policy -> Stream.of(policy.using(), policy.check())
                                        .filter(Objects::nonNull)))
                .flatMap(each -> each);
        return definitions.anyMatch(text -> Mentions.any(text, name))
                || table.primaryKey() != null && on(table.primaryKey().parts(), List.of(), name)
                || table.foreignKeys().stream()
                        .anyMatch(key -> key.columns().stream().anyMatch(name::contains))
                || schema.tables().stream()
                        .flatMap(each -> each.foreignKeys().stream())
                        .anyMatch(key -> key.target().name().equals(table.name())
                                && key.targetColumns().stream().anyMatch(name::contains));
    }

    private static boolean on(List<KeyPart> parts, List<String> include, Set<String> name) {
        return include.stream().anyMatch(name::contains)
                || parts.stream()
                        .anyMatch(part -> part.column() == null
                                ? Mentions.any(part.expression(), name)
                                : name.contains(part.column()));
    }
}
