package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes steps of changes. */
final class Steps {

    private final DatabaseEngine engine;
    private final Phases phases;
    private final List<Change> all;
    private final Timeouts timeouts;
    private final Function<List<Change>, List<String>> sql;
    private final Function<List<Change>, List<String>> back;

    /**
     * Makes steps.
     *
     * @param engine the database
     * @param phases in which phase changes are made
     * @param options how changes are planned
     * @param sql what gives the statements of changes
     */
    Steps(DatabaseEngine engine, Phases phases, PlanOptions options, Function<List<Change>, List<String>> sql) {
        this(engine, phases, options, sql, sql);
    }

    /**
     * Makes steps.
     *
     * @param engine the database
     * @param phases in which phase changes are made
     * @param options how changes are planned
     * @param sql what gives the statements of changes
     * @param back what gives the statements of changes that take others back
     */
    Steps(
            DatabaseEngine engine,
            Phases phases,
            PlanOptions options,
            Function<List<Change>, List<String>> sql,
            Function<List<Change>, List<String>> back) {
        this.engine = engine;
        this.phases = phases;
        all = new ArrayList<>(phases.expand());
        all.addAll(phases.contract());
        this.timeouts = options.timeouts();
        this.sql = sql;
        this.back = back;
    }

    /** A step with its own statements; the inverse has those of the inverse changes. */
    Step of(List<Change> changes, Step.Transaction transaction) {
        return of(changes, sql.apply(changes), transaction);
    }

    Step of(List<Change> changes, List<String> statements, Step.Transaction transaction) {
        return of(changes, statements, transaction, inverse(changes));
    }

    Step of(List<Change> changes, List<String> statements, Step.Transaction transaction, Inverse inverse) {
        return of(changes, statements, transaction, Losses.of(engine, changes, all), inverse);
    }

    Step of(
            List<Change> changes,
            List<String> statements,
            Step.Transaction transaction,
            List<String> losses,
            Inverse inverse) {
        return new Step(changes, statements, transaction, losses, inverse, phases.of(changes), timeouts, null, null);
    }

    /** A step that only prepares or completes another one. */
    Step helper(String statement, Step.Transaction transaction, String... inverse) {
        return of(List.of(), List.of(statement), transaction, new Inverse(List.of(inverse), null));
    }

    private Inverse inverse(List<Change> changes) {
        List<Change> inverses = new ArrayList<>();
        for (Change change : changes) {
            Optional<Change> inverse = change.inverse();
            if (inverse.isEmpty()) {
                return new Inverse(List.of(), "no statement takes it back: " + change.describe());
            }
            inverses.add(inverse.get());
        }
        Collections.reverse(inverses);
        return new Inverse(back.apply(inverses), missing(Losses.of(engine, changes, all)));
    }

    static @Nullable String missing(List<String> losses) {
        return losses.isEmpty() ? null : "not coming back: " + String.join("; ", losses);
    }
}
