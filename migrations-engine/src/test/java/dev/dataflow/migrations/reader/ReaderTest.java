package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.script.CreationScript;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.snapshot.Snapshot;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A test that reads schemas. */
abstract class ReaderTest extends SchemaTest {

    final Schema read() {
        return new SchemaReader(engine).read(connection);
    }

    /** Kept as text and read again, and created from the model alone, it is the same. */
    final void assertSameWhenMadeAgain(Schema schema) throws SQLException {
        assertThat(Snapshot.read(Snapshot.write(schema))).isEqualTo(schema);
        assertThat(read()).isEqualTo(schema);
        Schema again = madeAgain(schema);
        assertThat(Snapshot.write(again)).isEqualTo(Snapshot.write(schema));
        assertThat(again).isEqualTo(schema);
        assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(schema));
    }

    private Schema madeAgain(Schema schema) throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute("CREATE SCHEMA again", "SET search_path = again");
            try {
                run(connection, schema);
                return new SchemaReader(engine).read(connection, "again");
            } finally {
                execute("DROP SCHEMA again CASCADE", "SET search_path = public");
            }
        }
        try (TestDatabase other = TestDatabases.create(database.engine());
                Connection there = other.connect()) {
            run(there, schema);
            return new SchemaReader(engine).read(there);
        }
    }

    private static void run(Connection on, Schema schema) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String sql : CreationScript.of(schema)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new AssertionError(e.getMessage() + "\n" + sql, e);
                }
            }
        }
    }
}
