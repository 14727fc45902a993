package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.ddl.SchemaStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Says why a table could not be created. New tables are empty, so the server's message holds no row's values and can be
 * shown.
 */
final class CreationFailure {

    /** SQLState classes: connection, read-only, login, resources, locks, intervention, system. */
    private static final Set<String> STATES = Set.of("08", "25", "28", "53", "55", "57", "58");

    private static final String POSTGRES_PERMISSION = "42501";

    /** MySQL's driver refuses writes in a read-only session by itself, as an illegal argument. */
    private static final String MYSQL_DRIVER_REFUSAL = "S1009";

    /** Rights, read-only servers, full disks, lock waits, interruption. */
    private static final Set<Integer> MYSQL_CODES = Set.of(1021, 1044, 1142, 1205, 1227, 1290, 1317, 1792, 1836);

    /** Busy, locked, read-only, interrupted, input and output, corrupt, full, not to be opened. */
    private static final Set<Integer> SQLITE_CODES = Set.of(5, 6, 8, 9, 10, 11, 13, 14);

    private CreationFailure() {}

    /**
     * The exception to throw.
     *
     * @param engine the database
     * @param failed the statement
     * @param cause what the driver said
     * @param left tables that were created before and could not be taken back
     * @return the error in full
     * @throws SQLException the driver's exception, when the models have nothing to do with it
     */
    static SchemaException of(DatabaseEngine engine, SchemaStatement failed, SQLException cause, List<String> left)
            throws SQLException {
        return of(engine, "the table `" + failed.table() + "`", failed.sql(), cause, left);
    }

    /** The exception to throw when a schema could not be created. */
    static SchemaException ofSchema(DatabaseEngine engine, String sql, SQLException cause, List<String> left)
            throws SQLException {
        return of(engine, "a schema that models lie in", sql, cause, left);
    }

    private static SchemaException of(
            DatabaseEngine engine, String subject, String sql, SQLException cause, List<String> left)
            throws SQLException {
        String state = left.isEmpty()
                ? "nothing was changed"
                : "left behind, because they could not be dropped again: " + String.join(", ", left);
        if (isEnvironment(engine, cause)) {
            LoggerFactory.getLogger(ModelSchemaStep.class)
                    .warn("creating the schema stopped at {}; {}", subject, state);
            throw cause;
        }
        return new SchemaException(
                new Problem(
                        ErrorCode.MIGRATION_FAILED,
                        "the schema could not be created: a statement for " + subject + " failed; " + state,
                        engine.label() + " said: "
                                + String.valueOf(cause.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("") + "; the statement was: " + sql,
                        "correct what the message names, in the model or in the database, and open again"),
                scrubbed(cause));
    }

    static boolean isEnvironment(DatabaseEngine engine, SQLException cause) {
        String state = cause.getSQLState();
        if (state != null && state.length() == 5 && STATES.contains(state.substring(0, 2))) {
            return true;
        }
        return switch (engine.family()) {
            case POSTGRESQL -> POSTGRES_PERMISSION.equals(state);
            case MYSQL -> MYSQL_CODES.contains(cause.getErrorCode()) || MYSQL_DRIVER_REFUSAL.equals(state);
            case SQLITE -> SQLITE_CODES.contains(cause.getErrorCode() & 0xff);
        };
    }

    static SQLException scrubbed(SQLException cause) {
        SQLException scrubbed = new SQLException(
                cause.getClass().getSimpleName() + " SQLState " + cause.getSQLState() + ", code "
                        + cause.getErrorCode(),
                cause.getSQLState(),
                cause.getErrorCode());
        scrubbed.setStackTrace(cause.getStackTrace());
        for (Throwable suppressed : cause.getSuppressed()) {
            scrubbed.addSuppressed(suppressed);
        }
        return scrubbed;
    }
}
