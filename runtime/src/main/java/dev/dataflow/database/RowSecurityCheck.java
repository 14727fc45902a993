package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks whether PostgreSQL's row security holds: for the user, and on a table. */
public final class RowSecurityCheck {

    private static final String USER =
            "select rolsuper, rolbypassrls from pg_catalog.pg_roles where rolname = current_user";

    private static final String TABLE = "select relrowsecurity, relforcerowsecurity from pg_catalog.pg_class"
            + " where oid = pg_catalog.to_regclass(?)";

    /** Those that widen what this user sees; others narrow it. */
    private static final String POLICIES = "select polname, polcmd, pg_catalog.pg_get_expr(polqual, polrelid),"
            + " pg_catalog.pg_get_expr(polwithcheck, polrelid), polroles = '{0}'"
            + " from pg_catalog.pg_policy where polrelid = pg_catalog.to_regclass(?) and polpermissive"
            + " and exists (select from unnest(polroles) as role(id)"
            + " where id = 0 or pg_catalog.pg_has_role(id, 'usage')) order by polname";

    private final Connection connection;

    /** Looks through a connection. */
    public RowSecurityCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * Refuses databases without row security.
     *
     * @throws DataFlowException DF-507
     */
    public static void requireEngine(DatabaseEngine engine) {
        if (engine != DatabaseEngine.POSTGRESQL) {
            throw new DataFlowException(new Problem(
                    ErrorCode.ROW_SECURITY_UNSUPPORTED,
                    "row security is required of " + engine.label(),
                    "of the supported databases PostgreSQL alone has it",
                    "leave requireRowSecurity (DATAFLOW_REQUIRE_ROW_SECURITY) out: nodes keep to a tenant without it"));
        }
    }

    /**
     * Refuses users that no policy binds.
     *
     * @throws DataFlowException DF-509
     */
    public void user() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(USER);
                ResultSet row = statement.executeQuery()) {
            if (row.next() && (row.getBoolean(1) || row.getBoolean(2))) {
                throw new DataFlowException(new Problem(
                        ErrorCode.ROW_SECURITY_BYPASSED,
                        "row security does not bind the user of the connections",
                        row.getBoolean(1) ? "it is a superuser" : "it has BYPASSRLS",
                        "connect as a user without SUPERUSER and BYPASSRLS, which may own the tables"));
            }
        }
    }

    /**
     * Refuses a table that has no row security, or other policies than those of tenants.
     *
     * @param schema the schema; null for where the connection finds it
     * @param table the table
     * @param across whether the rows of all tenants must be there to be read
     * @throws DataFlowException DF-508
     */
    public void table(@Nullable String schema, String table, boolean across) throws SQLException {
        String name = (schema == null ? "" : quoted(schema) + ".") + quoted(table);
        try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw missing(name, across, "there is no such table");
                }
                if (!row.getBoolean(1) || !row.getBoolean(2)) {
                    throw missing(
                            name,
                            across,
                            row.getBoolean(1) ? "its owner is not bound: it is not forced" : "it is not enabled");
                }
            }
        }
        policies(name, across);
    }

    private void policies(String name, boolean across) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(POLICIES)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String policy = row.getString(1);
                    if (!isOurs(policy, row)) {
                        throw missing(name, across, "its policy `" + policy + "` may show more than a tenant's rows");
                    }
                    found.add(policy);
                }
            }
        }
        if (!found.contains(RowSecurity.TENANT_POLICY)) {
            throw missing(name, across, "it has no policy `" + RowSecurity.TENANT_POLICY + "`");
        }
        if (across && !found.contains(RowSecurity.ALL_POLICY)) {
            throw refused(
                    name,
                    "it has no policy `" + RowSecurity.ALL_POLICY + "`, by which the rows of all tenants are read",
                    RowSecurity.acrossTenants(name));
        }
    }

    private static boolean isOurs(String policy, ResultSet row) throws SQLException {
        String command = row.getString(2);
        return row.getBoolean(5)
                && switch (policy) {
                    case RowSecurity.TENANT_POLICY ->
                        "*".equals(command)
                                && isSame(row.getString(3), RowSecurity.TENANT_CONDITION)
                                && (row.getString(4) == null || isSame(row.getString(4), RowSecurity.TENANT_CONDITION));
                    case RowSecurity.ALL_POLICY ->
                        "r".equals(command) && isSame(row.getString(3), RowSecurity.ALL_CONDITION);
                    default -> false;
                };
    }

    /** The server prints a condition with casts, names and parentheses of its own. */
    private static boolean isSame(@Nullable String printed, String condition) {
        return printed != null && bare(printed).equals(bare(condition));
    }

    private static String bare(String condition) {
        return condition
                .replaceAll(" AS \"nullif\"|::(text|character varying)|[()\\s]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static DataFlowException missing(String table, boolean across, String why) {
        return refused(table, why, String.join("; ", RowSecurity.statements(table, across)));
    }

    private static DataFlowException refused(String table, String why, String statements) {
        return new DataFlowException(new Problem(
                ErrorCode.ROW_SECURITY_MISSING,
                "the table " + table + " has no row security for tenants",
                why,
                "run: " + statements));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
