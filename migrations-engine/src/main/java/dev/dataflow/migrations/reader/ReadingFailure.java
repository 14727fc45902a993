package dev.dataflow.migrations.reader;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why a schema could not be read. Catalogs hold no rows' values, so the server's message can be shown. */
final class ReadingFailure {

    private static final String POSTGRES_DENIED = "42501";
    private static final Set<Integer> MYSQL_DENIED = Set.of(1044, 1045, 1142, 1143, 1227, 1370);
    private static final int SQLITE_DENIED = 23;
    private static final String NOTHING = "; nothing that was read before is used";

    private ReadingFailure() {}

    static SchemaException of(DatabaseEngine engine, Connection connection, SQLException cause) {
        String said = engine.label() + " said: " + firstLine(cause);
        if (isLost(connection, cause)) {
            return failure(
                    ErrorCode.CATALOG_LOST,
                    "the connection broke while the schema was read",
                    said + NOTHING,
                    "look why the server or the network ended it, and read again",
                    cause);
        }
        if (isDenied(engine, cause)) {
            return denied(said, cause);
        }
        return failure(
                ErrorCode.CATALOG_UNREADABLE, "the schema cannot be read", said + NOTHING, fix(engine, cause), cause);
    }

    static SchemaException of(DatabaseEngine engine, UnreadableObject cause) {
        String why = cause.getMessage() + NOTHING;
        return cause.isDenied()
                ? denied(why, null)
                : failure(
                        ErrorCode.CATALOG_UNREADABLE,
                        "the schema cannot be read",
                        why,
                        "correct or drop the object on " + engine.label() + ", and read again",
                        null);
    }

    static SchemaException missing(DatabaseEngine engine, @Nullable String name) {
        return name == null
                ? failure(
                        ErrorCode.SCHEMA_MISSING,
                        "the connection has no schema",
                        engine == DatabaseEngine.POSTGRESQL
                                ? "no schema of its search_path exists, or its account may use none"
                                : "its URL names no database",
                        "name one in the URL, or give the schema's name",
                        null)
                : failure(
                        ErrorCode.SCHEMA_MISSING,
                        "there is no schema `" + name + "`",
                        engine.label() + " lists none of that name to this account; case matters",
                        "correct the name, or create it, or give the account rights on it",
                        null);
    }

    private static SchemaException denied(String why, @Nullable SQLException cause) {
        return failure(
                ErrorCode.CATALOG_DENIED,
                "the account may not read all of the schema",
                why,
                "give the account the right, or read with one that has it",
                cause);
    }

    /** Where the server ended a statement, nothing is wrong with what it was about. */
    private static String fix(DatabaseEngine engine, SQLException cause) {
        boolean postgres = engine == DatabaseEngine.POSTGRESQL;
        String state = String.valueOf(cause.getSQLState());
        if (postgres && state.equals("57014")) {
            return "let statements of this account take longer, as with `statement_timeout` in the URL's options, and read"
                    + " again";
        }
        return postgres && state.equals("55P03")
                ? "read again when nobody changes the schema, or let statements wait longer for locks, by `lock_timeout`"
                : "correct or drop what the message names, and read again";
    }

    private static boolean isLost(Connection connection, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P")) {
            return true;
        }
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private static boolean isDenied(DatabaseEngine engine, SQLException cause) {
        return switch (engine.family()) {
            case POSTGRESQL -> POSTGRES_DENIED.equals(cause.getSQLState());
            case MYSQL -> MYSQL_DENIED.contains(cause.getErrorCode());
            case SQLITE -> (cause.getErrorCode() & 0xff) == SQLITE_DENIED;
        };
    }

    private static String firstLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static SchemaException failure(
            ErrorCode code, String what, String why, String fix, @Nullable SQLException cause) {
        return new SchemaException(new Problem(code, what, why, fix), cause);
    }
}
