package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans for PostgreSQL: all that can be is in one transaction, unless others write meanwhile. */
final class PostgresPlanner {

    private final ServerVersion version;
    private final Phases phases;
    private final Steps steps;
    private final PostgresComputedAgain computed;
    private final PostgresValues values;
    private final PropertiesAgain properties;
    private final @Nullable PostgresOnline online;

    /**
     * Plans differences.
     *
     * @param diff the differences
     * @param options how
     */
    PostgresPlanner(SchemaDiff diff, PlanOptions options) {
        version = options.version();
        phases = Phases.of(diff);
        PostgresStatements statements = new PostgresStatements(diff);
        steps = new Steps(DatabaseEngine.POSTGRESQL, phases, options, statements::of);
        Backfills backfills = new Backfills(diff, options);
        computed = new PostgresComputedAgain(diff, statements::of);
        values = new PostgresValues(steps, backfills);
        properties = new PropertiesAgain(diff.changes(), options.properties());
        online = options.online() ? new PostgresOnline(diff, options, steps, backfills) : null;
    }

    List<Step> steps() {
        List<Step> all = new ArrayList<>(steps(phases.expand()));
        all.addAll(steps(phases.contract()));
        return properties.complete(all);
    }

    private List<Step> steps(List<Change> changes) {
        PostgresReplacements replacements = online == null
                ? new PostgresReplacements(changes, Map.of())
                : PostgresReplacements.of(changes, online::canReplace);
        PostgresWindow window = PostgresWindow.of(replacements.rest(), this::commits);
        List<Step> all = new ArrayList<>();
        together(window.before()).forEach(each -> all.addAll(stepsOf(each, replacements)));
        List<Step> later = new ArrayList<>();
        together(window.inside()).forEach(each -> all.add(stepInside(each, later)));
        all.addAll(later);
        together(window.after()).forEach(each -> all.addAll(stepsOf(each, replacements)));
        all.replaceAll(computed::complete);
        all.replaceAll(this::returning);
        all.replaceAll(this::freed);
        return all;
    }

    /** Changes of one column are made together, all others by themselves. */
    private static List<List<Change>> together(List<Change> changes) {
        List<List<Change>> all = new ArrayList<>();
        for (Change change : changes) {
            if (!all.isEmpty() && isSameColumn(all.get(all.size() - 1).get(0), change)) {
                all.get(all.size() - 1).add(change);
            } else {
                all.add(new ArrayList<>(List.of(change)));
            }
        }
        return all;
    }

    private boolean commits(Change change) {
        return change instanceof EnumTypeChange.AddValue
                || online != null
                        && online.steps(List.of(change)).stream()
                                .anyMatch(step -> step.transaction() != Step.Transaction.SHARED);
    }

    private List<Step> stepsOf(List<Change> changes, PostgresReplacements replacements) {
        TablePartChange old = replacements.before(changes.get(0));
        if (online != null && old != null) {
            return online.replace(old, (TablePartChange) changes.get(0));
        }
        List<Step> others = online == null ? List.of() : online.steps(changes);
        if (!others.isEmpty()) {
            return others;
        }
        // a new value can be used only after the transaction that added it
        boolean own = changes.get(0) instanceof EnumTypeChange.AddValue;
        return List.of(own ? steps.of(changes, Step.Transaction.OWN) : values.step(changes));
    }

    /** Not each type converts back. */
    private Step returning(Step step) {
        return step.changes().stream()
                .filter(change -> change instanceof ColumnChange.Alter alter
                        && alter.aspect() == ColumnAspect.TYPE
                        && !PostgresConversions.exists(
                                alter.after().type(), alter.before().type(), version))
                .findFirst()
                .map(change -> (ColumnChange.Alter) change)
                .map(alter -> step.withInverse(new Inverse(
                        List.of(),
                        "no statement takes it back: PostgreSQL makes no "
                                + alter.before().type() + " of " + alter.after().type())))
                .orElse(step);
    }

    /** The sequence of a column that counts no longer by itself is still there, often under the name of the one that comes. */
    private Step freed(Step step) {
        boolean frees = phases.expand().stream()
                .anyMatch(change -> change instanceof ColumnChange.Alter alter
                        && alter.aspect() == ColumnAspect.IDENTITY
                        && alter.after().identity() == null);
        if (!frees || step.changes().isEmpty() || !(step.changes().get(0) instanceof SequenceChange.Create create)) {
            return step;
        }
        List<String> statements = new ArrayList<>();
        statements.add("ALTER SEQUENCE IF EXISTS " + Quoting.DOUBLE_QUOTES.quote(create.name()) + " RENAME TO "
                + Quoting.DOUBLE_QUOTES.quote(ObjectName.of("old", "identity", create.name())));
        statements.addAll(step.statements());
        return steps.of(step.changes(), statements, step.transaction(), step.inverse());
    }

    /** The step in the transaction in which things come back; what can be looked at after it is. */
    private Step stepInside(List<Change> changes, List<Step> later) {
        Change first = changes.get(0);
        List<Step> declared =
                online != null && (first instanceof CheckChange.Add || first instanceof ForeignKeyChange.Add)
                        ? online.steps(changes)
                        : List.of();
        if (declared.size() != 2) {
            return values.step(changes);
        }
        later.add(declared.get(1));
        return declared.get(0).withTransaction(Step.Transaction.SHARED);
    }

    private static boolean isSameColumn(Change first, Change second) {
        return first instanceof ColumnChange.Alter one
                && second instanceof ColumnChange.Alter other
                && one.table().equals(other.table())
                && one.after().equals(other.after());
    }
}
