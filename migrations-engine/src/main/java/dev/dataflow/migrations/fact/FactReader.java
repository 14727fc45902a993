package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.schema.ColumnName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a database what the risk of a plan depends on: how large its tables are, how much they are used, and of the rows
 * what the plan's changes would fail on or lose. Nothing is changed; the database is set to refuse it. What takes longer
 * than the budget, or the account may not see, is unknown. Immutable and thread-safe.
 */
public final class FactReader {

    private final DatabaseEngine engine;
    private final Budget budget;
    private final Map<ColumnName, String> values;

    /**
     * Reads facts.
     *
     * @param engine the database
     * @param budget how long it may be asked
     */
    public FactReader(DatabaseEngine engine, Budget budget) {
        this(engine, budget, Map.of());
    }

    private FactReader(DatabaseEngine engine, Budget budget, Map<ColumnName, String> values) {
        this.engine = engine;
        this.budget = budget;
        this.values = Map.copyOf(values);
    }

    /**
     * The same for plans that give rows values: they fail where such a value is NULL, and not where there was none before.
     *
     * @param given the values, as {@code PlanOptions.values} has them
     */
    public FactReader withValues(Map<ColumnName, String> given) {
        return new FactReader(engine, budget, given);
    }

    /**
     * Reads facts about the connection's schema.
     *
     * @param connection a connection to the database that the plan is for
     * @param plan the plan; questions are asked for its steps
     * @param diff the differences that it was made of
     * @throws SchemaException when the connection breaks
     */
    public Facts read(Connection connection, Plan plan, SchemaDiff diff) {
        return read(connection, "", plan, diff);
    }

    /**
     * Reads facts about a schema.
     *
     * @param connection a connection to the database that the plan is for
     * @param schema the schema's name, on MySQL and MariaDB the database's; empty for the connection's
     * @param plan the plan; questions are asked for its steps
     * @param diff the differences that it was made of
     * @throws SchemaException when the connection breaks
     */
    public Facts read(Connection connection, String schema, Plan plan, SchemaDiff diff) {
        List<Change> changes =
                plan.steps().stream().flatMap(step -> step.changes().stream()).toList();
        PlanTables tables = new PlanTables(plan, diff);
        List<String> own = tables.before();
        List<String> all = new ArrayList<>(own);
        all.addAll(tables.reached());
        try (Probes probes = Probes.of(connection, engine, budget)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            StatisticsReader statistics = statistics(probes, schema);
            List<TableFacts> known = all.isEmpty() ? List.of() : statistics.tables(all);
            List<Question> questions = new Questions(engine, version, schema, diff, values).of(changes);
            return new Counting(probes, engine, schema, new Reading(probes, engine, schema, diff.before()))
                    .complete(statistics.server(), known, Set.copyOf(own), questions);
        } catch (SQLException e) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.CATALOG_LOST,
                            "the connection broke while facts about tables were read",
                            engine.label() + " said: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("") + "; nothing that was read before is used",
                            "look why the server or the network ended it, and read again"),
                    e);
        }
    }

    private StatisticsReader statistics(Probes probes, String schema) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresStatistics(probes, schema);
            case MYSQL, MARIADB -> new MySqlStatistics(probes, engine, schema);
            case SQLITE -> new SqliteStatistics(probes);
        };
    }
}
