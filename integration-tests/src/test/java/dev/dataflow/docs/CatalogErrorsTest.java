package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.CATALOG_DENIED;
import static dev.dataflow.error.ErrorCode.CATALOG_LOST;
import static dev.dataflow.error.ErrorCode.CATALOG_UNREADABLE;
import static dev.dataflow.error.ErrorCode.SCHEMA_MISSING;
import static dev.dataflow.error.ErrorCode.SCRATCH_REFUSED;
import static dev.dataflow.error.ErrorCode.SNAPSHOT_INVALID;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.migrations.snapshot.Snapshot;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Errors of schemas that cannot be read, as their pages show them. */
class CatalogErrorsTest extends ErrorScenes {

    private void execute(TestDatabase database, String sql) throws Exception {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void catalogDenied() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        execute(database, "CREATE ROLE dataflow_clerk");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE SELECT ON pg_policy FROM PUBLIC");
            statement.execute("SET ROLE dataflow_clerk");
            provoke(CATALOG_DENIED, () -> {
                // docs:DF-320
                // the connection's account may not select from pg_catalog.pg_policy
                new SchemaReader(DatabaseEngine.POSTGRESQL).read(connection);
                // docs:end
            });
        } finally {
            execute(database, "DROP ROLE dataflow_clerk");
        }
    }

    @Test
    void catalogLost() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        try (Connection connection = database.connect()) {
            int process = connection.unwrap(PGConnection.class).getBackendPID();
            execute(database, "SELECT pg_terminate_backend(" + process + ", 10000)");
            provoke(CATALOG_LOST, () -> {
                // docs:DF-321
                // an administrator has ended the connection with pg_terminate_backend
                new SchemaReader(DatabaseEngine.POSTGRESQL).read(connection);
                // docs:end
            });
        }
    }

    @Test
    void schemaMissing() throws Exception {
        try (Connection connection = database(Engine.SQLITE).connect()) {
            provoke(SCHEMA_MISSING, () -> {
                // docs:DF-322
                new SchemaReader(DatabaseEngine.SQLITE).read(connection, "archive");
                // docs:end
            });
        }
    }

    @Test
    void snapshotInvalid() {
        provoke(SNAPSHOT_INVALID, () -> {
            // docs:DF-323
            Snapshot.read("{\"format\": \"dataflow-schema/2\", \"schema\": {}}");
            // docs:end
        });
    }

    @Test
    void catalogUnreadable() throws Exception {
        TestDatabase database = database(Engine.SQLITE);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (text TEXT)");
            statement.execute("PRAGMA writable_schema = ON");
            provoke(CATALOG_UNREADABLE, () -> {
                // docs:DF-324
                // somebody has written into sqlite_schema by hand
                statement.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE notes (text TEXT'");
                new SchemaReader(DatabaseEngine.SQLITE).read(connection);
                // docs:end
            });
        }
    }

    @Test
    void scratchRefused() throws Exception {
        TestDatabase database = database(Engine.POSTGRESQL);
        Models models =
                Models.read(List.of(Author.class.getName()), new DescriptorReader(Author.class.getClassLoader()));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");
            provoke(SCRATCH_REFUSED, () -> {
                // docs:DF-325
                // the server is a standby, or its transactions are read-only
                new ModelSchemas(DatabaseEngine.POSTGRESQL).read(connection, models);
                // docs:end
            });
        }
    }
}
