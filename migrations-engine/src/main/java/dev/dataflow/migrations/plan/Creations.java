package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.SchemaBuilder;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.script.CreationScript;
import dev.dataflow.migrations.script.PartText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The statements for what comes and is no part of what is there: those that create a schema of nothing else. */
final class Creations {

    private final DatabaseEngine engine;

    Creations(DatabaseEngine engine) {
        this.engine = engine;
    }

    /** The statements; empty for a change that creates nothing of its own. */
    Optional<List<String>> of(Change change) {
        if (change instanceof TableChange.Create create) {
            return Optional.of(script(Schema.of(engine, List.of(create.created()))));
        }
        Schema alone = alone(change);
        return alone == null ? behaviour(change) : Optional.of(script(alone));
    }

    private @Nullable Schema alone(Change change) {
        SchemaBuilder alone = Schema.empty(engine).edit();
        if (change instanceof ViewChange.Create create) {
            return alone.views(List.of(create.view())).build();
        }
        if (change instanceof MaterialisedViewChange.Create create) {
            return alone.materialisedViews(List.of(create.view())).build();
        }
        if (change instanceof SequenceChange.Create create) {
            return alone.sequences(List.of(create.sequence())).build();
        }
        if (change instanceof EnumTypeChange.Create create) {
            return alone.enums(List.of(create.type())).build();
        }
        if (change instanceof DomainChange.Create create) {
            return alone.domains(List.of(create.domain())).build();
        }
        if (change instanceof CompositeTypeChange.Create create) {
            return alone.compositeTypes(List.of(create.type())).build();
        }
        if (change instanceof DefinedTypeChange.Create create) {
            return alone.definedTypes(List.of(create.type())).build();
        }
        if (change instanceof RoutineChange.Create create) {
            return alone.routines(List.of(create.routine())).build();
        }
        return null;
    }

    private Optional<List<String>> behaviour(Change change) {
        if (change instanceof TriggerChange.Create create) {
            return Optional.of(addition(create.table(), table -> table.trigger(create.trigger())));
        }
        if (change instanceof RuleChange.Create create) {
            return Optional.of(addition(create.table(), table -> table.rule(create.rule())));
        }
        if (change instanceof PolicyChange.Create create) {
            return Optional.of(addition(create.table(), table -> table.policy(create.policy())));
        }
        return Optional.empty();
    }

    private List<String> addition(String name, UnaryOperator<TableBuilder> with) {
        return PartText.additions(
                engine, with.apply(Table.named(name)).build(), Table.named(name).build());
    }

    /** What is set for functions only is not set for others. */
    private static List<String> script(Schema schema) {
        return CreationScript.of(schema).stream()
                .filter(statement -> !schema.routines().isEmpty() || !statement.contains("SET check_function_bodies"))
                .toList();
    }
}
