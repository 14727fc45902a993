package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ConnectionException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a database could not be opened: DF-011, DF-012 or DF-013. */
final class OpenFailure {

    private final DatabaseEngine engine;
    private final String place;

    /**
     * A failure to come.
     *
     * @param engine the database
     * @param place where it is, as it may be printed
     */
    OpenFailure(DatabaseEngine engine, String place) {
        this.engine = engine;
        this.place = place;
    }

    DataFlowException of(SQLException thrown) {
        SQLException cause = ScrubbedSqlException.of(thrown, null);
        String text = FailureReader.message(thrown);
        return switch (engine.family()) {
            case POSTGRESQL -> postgresql(thrown, cause);
            case MYSQL -> mysql(thrown, text, cause);
            case SQLITE -> sqlite(text, cause);
        };
    }

    /** A database that can be read but not written. */
    DataFlowException readOnly(String why, @Nullable SQLException cause) {
        return new DataFlowException(
                new Problem(
                        ErrorCode.DATABASE_READ_ONLY,
                        engine.label() + " at " + place + " is read-only",
                        why,
                        "open the database, or the server that takes writes, with the right to write"),
                cause,
                false);
    }

    /** Refuses a connection that was set to read only, which a pool would silently undo. */
    void refuseReadOnly(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw readOnly("its connections are set to read only", null);
        }
    }

    private DataFlowException postgresql(SQLException thrown, SQLException cause) {
        String state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
        return switch (state) {
            case "28P01", "28000", "08004" -> refused(cause);
            case "3D000" -> noDatabase(cause);
            case "53300" ->
                unreachable("the server has no connection left", "free connections, or raise its limit", cause);
            case "57P03" -> unreachable("the server is starting up or shutting down", "try again in a moment", cause);
            default -> network(thrown, cause);
        };
    }

    private DataFlowException mysql(SQLException thrown, String text, SQLException cause) {
        return switch (thrown.getErrorCode()) {
            case 1045, 1698, 1251, 3118 -> refused(cause);
            case 1049 -> noDatabase(cause);
            case 1044 ->
                unreachable(
                        "the database does not exist, or the user has no right to it",
                        "create the database, or grant the user rights on it",
                        cause);
            case 1040, 1203 ->
                unreachable("the server has no connection left", "free connections, or raise its limit", cause);
            default ->
                text.contains("Public Key Retrieval")
                        ? new DataFlowException(
                                new Problem(
                                        ErrorCode.AUTHENTICATION_FAILED,
                                        "MySQL at " + place + " could not check the password",
                                        "the connection is not encrypted, and the server's key may not be fetched",
                                        "add sslMode=REQUIRED to the URL, or allowPublicKeyRetrieval=true in a network you"
                                                + " trust"),
                                cause,
                                false)
                        : network(thrown, cause);
        };
    }

    private DataFlowException sqlite(String text, SQLException cause) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("[sqlite_readonly")) {
            return readOnly("SQLite refused to write to it", cause);
        } else if (lower.contains("[sqlite_notadb") || lower.contains("[sqlite_corrupt")) {
            return unreachable("the file is not a SQLite database, or is damaged", "name another file", cause);
        } else if (lower.contains("does not exist")) {
            return unreachable(
                    "the folder of the file does not exist", "create the folder, or name another file", cause);
        } else if (lower.contains("[sqlite_cantopen")
                || lower.contains("[sqlite_perm")
                || lower.contains("[sqlite_auth")) {
            return unreachable(
                    "the file cannot be opened: it or its folder does not exist, it is a folder, or this process has no right to it",
                    "name a file that is there, or create its folder, and let this process read and write both",
                    cause);
        } else if (lower.contains("[sqlite_busy") || lower.contains("[sqlite_locked")) {
            return unreachable("another process has locked the file", "end that process, or wait for it", cause);
        }
        return unreachable("SQLite could not open the file", "name a file that this process may read and write", cause);
    }

    private DataFlowException network(Throwable thrown, SQLException cause) {
        Throwable deepest = thrown;
        for (int i = 0; i < 16 && deepest.getCause() != null; i++) {
            deepest = deepest.getCause();
        }
        String why = "no connection could be made";
        if (deepest instanceof UnknownHostException) {
            why = "the host is not known";
        } else if (deepest instanceof SocketTimeoutException) {
            why = "the host did not answer in time";
        } else if (deepest instanceof ConnectException) {
            why = "nothing accepts connections there";
        }
        return unreachable(why, "check host, port and firewall, and that the server runs", cause);
    }

    private DataFlowException noDatabase(SQLException cause) {
        return unreachable("the server answers, but the database does not exist", "create the database", cause);
    }

    private DataFlowException refused(SQLException cause) {
        return new DataFlowException(
                new Problem(
                        ErrorCode.AUTHENTICATION_FAILED,
                        engine.label() + " at " + place + " refused the user or the password",
                        "the server answers, but did not let the user in",
                        "correct user and password, in the URL or as DATAFLOW_USER and DATAFLOW_PASSWORD; check which"
                                + " hosts the user may come from"),
                cause,
                false);
    }

    private DataFlowException unreachable(String why, String fix, SQLException cause) {
        return new ConnectionException(
                new Problem(
                        ErrorCode.DATABASE_UNREACHABLE,
                        engine.label() + " at " + place + " cannot be opened",
                        why,
                        fix),
                cause);
    }
}
