package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One hazard of changes of schemas. Rules hold no state; threads may share them. */
public interface Rule {

    /** Its name, by which reports and policies know it: words with hyphens. It never changes. */
    String name();

    /** What happens, in one line. */
    String title();

    /** What is claimed of it, by database and version. */
    List<Claim> claims();

    /** Points from 0 to 100 for each category, where nothing makes it less: a large table that everybody uses. */
    Map<Category, Integer> base();

    /** The level below which it never is. */
    Level floor();

    /**
     * Where it is in a step.
     *
     * @param step a step of the plan that the context is of, or one that stands alone
     * @param context what else is known
     */
    List<Match> matches(Step step, PlanContext context);

    /**
     * Whether the lock and the work that are claimed are those of the statement itself. Where a hazard is that one statement stands
     * behind others, they are those of an example, and no statement's own.
     */
    default boolean isOfOneStatement() {
        return true;
    }

    /** What is claimed of it on a server; empty when it does not exist there. */
    default Optional<Claim> claim(DatabaseEngine engine, ServerVersion version) {
        return claims().stream()
                .filter(claim -> claim.appliesTo(engine, version))
                .findFirst();
    }
}
