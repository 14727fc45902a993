package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.ObjectProperties;
import dev.dataflow.migrations.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads in a snapshot of its own, or in the transaction that is open, with settings under which the server writes expressions
 * always alike. The connection is left as it was.
 */
public final class PostgresSession {

    private static final String SETTINGS =
            "SELECT set_config('search_path', ?, true), set_config('TimeZone', 'UTC', true),"
                    + " set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'postgres', true),"
                    + " set_config('extra_float_digits', '1', true), set_config('quote_all_identifiers', 'off', true)";

    private static final String BEFORE =
            "SELECT current_setting('search_path') AS search_path, current_setting('TimeZone') AS time_zone,"
                    + " current_setting('DateStyle') AS date_style, current_setting('IntervalStyle') AS interval_style,"
                    + " current_setting('extra_float_digits') AS digits,"
                    + " current_setting('quote_all_identifiers') AS quoted";

    private static final String RESTORE = "SELECT set_config('search_path', ?, true), set_config('TimeZone', ?, true),"
            + " set_config('DateStyle', ?, true), set_config('IntervalStyle', ?, true),"
            + " set_config('extra_float_digits', ?, true), set_config('quote_all_identifiers', ?, true)";

    private static final String NAMESPACE = "SELECT oid, quote_ident(nspname) AS name FROM pg_namespace"
            + " WHERE nspname = coalesce(?::text, current_schema()::text)";

    private record Namespace(long oid, String quoted) {}

    /** Reads something of a schema. */
    private interface Reading<T> {
        T of(Catalog catalog, int version, long schema) throws SQLException;
    }

    private final Connection connection;
    private final Catalog catalog;

    /** A session on a connection. */
    public PostgresSession(Connection connection) {
        this.connection = connection;
        this.catalog = new Catalog(connection);
    }

    /**
     * Reads a schema.
     *
     * @param name its name; null for the connection's
     * @return the schema; null when there is none of that name
     * @throws SQLException from the driver
     */
    public @Nullable Schema read(@Nullable String name) throws SQLException {
        return read(name, PostgresReader::read);
    }

    /**
     * Reads what a schema does not say of its objects.
     *
     * @param name its name; null for the connection's
     * @return the properties; null when there is no schema of that name
     * @throws SQLException from the driver
     */
    public @Nullable ObjectProperties properties(@Nullable String name) throws SQLException {
        return read(name, PostgresProperties::read);
    }

    private <T> @Nullable T read(@Nullable String name, Reading<T> reading) throws SQLException {
        return connection.getAutoCommit() ? inSnapshot(name, reading) : inTransaction(name, reading);
    }

    private <T> @Nullable T inSnapshot(@Nullable String name, Reading<T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            T read = readHere(name, reading);
            connection.rollback();
            connection.setAutoCommit(true);
            return read;
        } catch (Throwable e) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** A failure leaves the transaction to its owner, who can only roll it back. */
    private <T> @Nullable T inTransaction(@Nullable String name, Reading<T> reading) throws SQLException {
        List<String> before = catalog.list(
                        BEFORE,
                        row -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                .get(0);
        T read = readHere(name, reading);
        catalog.list(RESTORE, row -> "", before.toArray());
        return read;
    }

    private <T> @Nullable T readHere(@Nullable String name, Reading<T> reading) throws SQLException {
        Namespace namespace = catalog.first(
                NAMESPACE, row -> new Namespace(row.getLong("oid"), row.getString("name")), new Object[] {name});
        if (namespace == null) {
            return null;
        }
        catalog.list(SETTINGS, row -> "", namespace.quoted());
        return reading.of(catalog, connection.getMetaData().getDatabaseMajorVersion(), namespace.oid());
    }
}
