package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Says why a table that is there could not be changed. The server's words are left out: they may hold values of rows. */
final class StepFailure {

    private static final Set<String> POSTGRES_WAITED = Set.of("55P03");
    private static final int MYSQL_WAITED = 1205;

    private StepFailure() {}

    /**
     * The exception to throw.
     *
     * @param done statements that were committed before, on databases that commit each
     * @throws SQLException the driver's exception, when the models have nothing to do with it
     */
    static SchemaException of(DatabaseEngine engine, String sql, Duration wait, SQLException cause, List<String> done)
            throws SQLException {
        String state = done.isEmpty()
                ? "nothing was changed"
                : "done before, and harmless by itself: " + String.join("; ", done);
        boolean waited = switch (engine.family()) {
            case POSTGRESQL -> POSTGRES_WAITED.contains(String.valueOf(cause.getSQLState()));
            case MYSQL -> cause.getErrorCode() == MYSQL_WAITED;
            case SQLITE -> false;
        };
        if (waited) {
            return new SchemaException(
                    new Problem(
                            ErrorCode.SCHEMA_LOCKED,
                            "a table that is to be changed is in use",
                            "its lock was not free within " + wait.toMillis() + " ms; " + state
                                    + "; the statement was: " + sql,
                            "end the long transaction that holds the table, and open again"),
                    CreationFailure.scrubbed(cause));
        }
        if (CreationFailure.isEnvironment(engine, cause)) {
            throw cause;
        }
        return new SchemaException(
                new Problem(
                        ErrorCode.MIGRATION_FAILED,
                        "the schema could not be changed: a statement failed; " + state,
                        engine.label() + " refused it with SQLState " + cause.getSQLState() + ", code "
                                + cause.getErrorCode() + "; the statement was: " + sql,
                        "run the statement by hand to see why, correct it, and open again"),
                CreationFailure.scrubbed(cause));
    }
}
