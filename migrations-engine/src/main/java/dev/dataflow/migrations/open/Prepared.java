package dev.dataflow.migrations.open;

import dev.dataflow.error.SchemaException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a database.
 *
 * @param seen the database that it was worked out for
 * @param plans the plans for tables that are there, one for each schema that changes, in their order
 * @param refusal why nothing is done; null when something is
 */
record Prepared(
        Inspection seen, List<OpeningPlan> plans, @Nullable SchemaException refusal) {

    /** Copies the list. */
    Prepared {
        plans = List.copyOf(plans);
    }

    static Prepared of(Inspection seen, List<OpeningPlan> plans) {
        return new Prepared(seen, plans, null);
    }

    static Prepared refused(Inspection seen, SchemaException refusal) {
        return new Prepared(seen, List.of(), refusal);
    }
}
