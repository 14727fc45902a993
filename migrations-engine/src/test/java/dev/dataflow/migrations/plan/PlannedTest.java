package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A test whose schemas are what statements make. */
abstract class PlannedTest extends SchemaTest {

    final Schema read() {
        return new SchemaReader(engine).read(connection);
    }

    /** What leads from what is there to what statements make of nothing. */
    final SchemaDiff to(String... target) throws SQLException {
        return SchemaDiff.of(read(), made(target), RenameHints.NONE);
    }

    final PlanOptions online() {
        return PlanOptions.online(version());
    }

    final ServerVersion version() {
        return ServerVersions.read(connection, engine);
    }

    final Plan plan(SchemaDiff diff) {
        return Plan.of(diff, PlanOptions.plain(version()));
    }

    /** Runs a plan; afterwards the schema is the target. */
    final void run(Plan plan, SchemaDiff diff) throws SQLException {
        new PlanRun(connection).run(plan);
        assertThat(SchemaDiff.of(read(), diff.after()).changes()).isEmpty();
    }

    /** Takes a plan back; afterwards the schema is what it was. */
    final void undo(Plan plan, SchemaDiff diff) throws SQLException {
        new PlanRun(connection).undo(plan);
        assertThat(SchemaDiff.of(read(), diff.before()).changes()).isEmpty();
    }

    static List<String> sql(Plan plan) {
        return plan.steps().stream().flatMap(step -> step.statements().stream()).toList();
    }

    private Schema made(String... statements) throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute("CREATE SCHEMA other", "SET search_path = other");
            try {
                execute(statements);
                return new SchemaReader(engine).read(connection, "other");
            } finally {
                execute("DROP SCHEMA other CASCADE", "SET search_path = public");
            }
        }
        try (TestDatabase other = TestDatabases.create(database.engine());
                Connection there = other.connect();
                Statement statement = there.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return new SchemaReader(engine).read(there);
        }
    }
}
