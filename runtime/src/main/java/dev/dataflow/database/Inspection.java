package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a database when it is opened: old, read-only or unsafe ones are refused before anything is written. */
interface Inspection {

    Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

    static Inspection of(DatabaseEngine engine, OpenFailure failure) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresInspection(failure);
            case MYSQL, MARIADB -> new MySqlInspection(engine, failure);
            case SQLITE -> new SqliteInspection(failure);
        };
    }

    /** Looks at what holds for any connection, and changes nothing. */
    ServerFacts inspect(Connection connection) throws SQLException;

    /** Prepares a database of our own. The connection is in auto-commit mode. */
    default void prepare(Connection connection) throws SQLException {}

    /** Tries out connections that were given, with nothing left behind. They are in auto-commit mode. */
    default void tryOut(Connection connection) throws SQLException {}

    /** Refuses versions before one: DF-010. */
    static void requireVersion(DatabaseEngine engine, String version, int major, int minor, int patch) {
        Matcher found = NUMBERS.matcher(version);
        if (!found.find()) {
            return;
        }
        int third = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        int[] numbers = {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), third};
        int[] least = {major, minor, patch};
        if (Arrays.compare(numbers, least) < 0) {
            throw new DataFlowException(new Problem(
                    ErrorCode.URL_UNSUPPORTED,
                    engine.label() + " " + found.group() + " is too old",
                    "DataFlow needs " + major + "." + minor + (patch == 0 ? "" : "." + patch) + " or later",
                    "upgrade the server"));
        }
    }

    /** One of {@link Connection}'s levels, of the name a server gives it. */
    static int isolation(String name) {
        return switch (name.toUpperCase(Locale.ROOT).replace('-', ' ')) {
            case "READ UNCOMMITTED" -> Connection.TRANSACTION_READ_UNCOMMITTED;
            case "READ COMMITTED" -> Connection.TRANSACTION_READ_COMMITTED;
            case "REPEATABLE READ" -> Connection.TRANSACTION_REPEATABLE_READ;
            case "SERIALIZABLE" -> Connection.TRANSACTION_SERIALIZABLE;
            default -> Connection.TRANSACTION_NONE; // begin() then always sets the level
        };
    }
}
