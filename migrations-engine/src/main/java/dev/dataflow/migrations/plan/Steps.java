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
    private final Function<List<Change>, List<String>> sql;

    /**
     * Makes steps.
     *
     * @param engine the database
     * @param sql what gives the statements of changes
     */
    Steps(DatabaseEngine engine, Function<List<Change>, List<String>> sql) {
        this.engine = engine;
        this.sql = sql;
    }

    /** A step with its own statements; the inverse has those of the inverse changes. */
    Step of(List<Change> changes, Step.Transaction transaction) {
        return of(changes, sql.apply(changes), transaction);
    }

    Step of(List<Change> changes, List<String> statements, Step.Transaction transaction) {
        return of(changes, statements, transaction, inverse(changes));
    }

    Step of(List<Change> changes, List<String> statements, Step.Transaction transaction, Inverse inverse) {
        return new Step(changes, statements, transaction, Losses.of(engine, changes), inverse);
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
        return new Inverse(sql.apply(inverses), missing(Losses.of(engine, changes)));
    }

    static @Nullable String missing(List<String> losses) {
        return losses.isEmpty() ? null : "not coming back: " + String.join("; ", losses);
    }
}
