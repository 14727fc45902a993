package dev.dataflow;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.database.Database;
import dev.dataflow.database.ErrorContext;
import dev.dataflow.database.SchemaRequest;
import dev.dataflow.database.SchemaStep;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Has the migrations engine check the schema and create what is missing, before an instance is handed out. */
final class SchemaAtOpen {

    private final Database database;
    private final DataFlowConfig config;
    private final ClassLoader loader;

    SchemaAtOpen(Database database, DataFlowConfig config, ClassLoader loader) {
        this.database = database;
        this.config = config;
        this.loader = loader;
    }

    void run(List<String> models) {
        if (models.isEmpty()) {
            return;
        }
        boolean change = config.autoMigrate() && !config.existingSchema();
        Optional<SchemaStep> step = ServiceLoader.load(SchemaStep.class, loader).findFirst();
        if (step.isEmpty()) {
            if (change) {
                throw new SchemaException(
                        new Problem(
                                ErrorCode.SCHEMA_STEP_MISSING,
                                "the schema cannot be brought to the models",
                                "autoMigrate is on, but dataflow-migrations is not on the class path",
                                "add dev.dataflow:dataflow-migrations, or switch autoMigrate off"),
                        null);
            }
            return;
        }
        Connection connection = database.acquire();
        try {
            if (database.joinsOuterTransactions() && !connection.getAutoCommit()) {
                throw new DataFlowException(new Problem(
                        ErrorCode.TRANSACTION_MISUSED,
                        "an instance is opened inside a transaction",
                        "the connection provider gave a connection whose transaction somebody else ends, and schema work"
                                + " must not be part of it",
                        "open the instance before the transaction begins"));
            }
            step.get()
                    .run(new SchemaRequest(
                            connection,
                            database.engine(),
                            models,
                            loader,
                            change,
                            config.tenancy().requireRowSecurity(),
                            config.tenancy().allowAcrossTenants(),
                            config.schemaLockTimeout()));
        } catch (SQLException e) {
            throw database.dialect().translate(e, new ErrorContext("schema check", null));
        } finally {
            database.release(connection);
        }
    }
}
