package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What brings a database from one schema to another.
 *
 * @param engine the database
 * @param version the version for which its statements are; later ones know them, too
 * @param steps the steps, in their order: those of {@link Phase#EXPAND} before those of {@link Phase#CONTRACT}
 * @param schema the schema in which its groups run, for statements name none; null for the connection's
 */
public record Plan(
        DatabaseEngine engine,
        ServerVersion version,
        List<Step> steps,
        @Nullable String schema) {

    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** A plan for the connection's schema. */
    public Plan(DatabaseEngine engine, ServerVersion version, List<Step> steps) {
        this(engine, version, steps, null);
    }

    /**
     * The same plan for another schema than the connection's: its groups go there and, except on MySQL and MariaDB, come back.
     *
     * @param name the schema's name, on MySQL and MariaDB the database's
     * @throws IllegalArgumentException on SQLite, where statements cannot be sent to an attached file
     */
    public Plan inSchema(String name) {
        if (engine == DatabaseEngine.SQLITE && !name.equals("main")) {
            throw new IllegalArgumentException(
                    "plans for SQLite are for a file's own schema, main, and not for " + name);
        }
        return new Plan(engine, version, steps, engine == DatabaseEngine.SQLITE ? null : name);
    }

    /**
     * Plans differences with plain statements that all supported versions of the database know. They hold locks as long as
     * each takes.
     *
     * @param diff the differences
     * @throws SchemaException as below
     */
    public static Plan of(SchemaDiff diff) {
        return of(diff, PlanOptions.plain(diff.before().engine()));
    }

    /**
     * Plans differences.
     *
     * @param diff the differences
     * @param options how; online, what others do meanwhile decides about forms: on PostgreSQL indexes are made concurrently,
     *     and constraints are declared first and looked at afterwards; on MySQL and MariaDB each statement says by which
     *     algorithm and beside whom it is done, so that the server refuses what would do otherwise; SQLite has no such forms
     * @throws SchemaException when a question about renames is open, a difference cannot be planned, the version is not
     *     supported, or a value for rows is missing or for nothing; nothing is left out silently
     */
    public static Plan of(SchemaDiff diff, PlanOptions options) {
        diff.requireAnswers();
        Plannable.require(diff, options.version());
        PlanRequirements.check(diff, options);
        List<Step> steps = switch (diff.before().engine()) {
            case POSTGRESQL -> new PostgresPlanner(diff, options).steps();
            case MYSQL, MARIADB -> new MySqlPlanner(diff, options).steps();
            case SQLITE -> new SqlitePlanner(diff, options).steps();
        };
        return new Plan(diff.before().engine(), options.version(), steps);
    }

    /** The plan of the steps of one phase. The one to expand and then the one to contract are the whole. */
    public Plan phase(Phase phase) {
        return new Plan(
                engine,
                version,
                steps.stream().filter(step -> step.phase() == phase).toList(),
                schema);
    }

    /** The steps as they run: neighbours that share a transaction are one group. */
    public List<StepGroup> groups() {
        return Groups.of(this);
    }
}
