package dev.dataflow.migrations.open;

import dev.dataflow.error.SchemaException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a database.
 *
 * @param seen the database that it was worked out for
 * @param plan the plan for tables that are there; null when they stay as they are
 * @param refusal why nothing is done; null when something is
 */
record Prepared(
        Inspection seen,
        @Nullable OpeningPlan plan,
        @Nullable SchemaException refusal) {

    static Prepared of(Inspection seen, @Nullable OpeningPlan plan) {
        return new Prepared(seen, plan, null);
    }

    static Prepared refused(Inspection seen, SchemaException refusal) {
        return new Prepared(seen, null, refusal);
    }
}
