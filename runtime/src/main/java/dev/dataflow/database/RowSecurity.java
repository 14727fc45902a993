package dev.dataflow.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL's row security over the rows of tenants goes by: a setting that holds until the end of a transaction, and
 * that the policies of tables read. Where it is not set, no row is there.
 */
public final class RowSecurity {

    /** The setting's name. */
    public static final String SETTING = "dataflow.tenant";

    /** The value that shows the rows of all tenants, to be read only. No tenant has this id. */
    public static final String ALL = "*";

    /** The value that shows nobody's rows, which the setting has after a transaction, too. */
    public static final String NOBODY = "";

    /** The policy for the rows of the tenant that is set. */
    public static final String TENANT_POLICY = "dataflow_tenant";

    /**
     * Its condition. PostgreSQL compares its right side with the tenant that a node's statement names, once in a statement, and
     * looks rows up by it in an index where plain SQL names none.
     */
    public static final String TENANT_CONDITION = "tenant_id = nullif(current_setting('" + SETTING + "', true), '')";

    /**
     * The policy for reading the rows of all, on tables where that may happen. Beside it the other one's condition is looked at for
     * each row.
     */
    public static final String ALL_POLICY = "dataflow_across_tenants";

    /** Its condition. */
    public static final String ALL_CONDITION = "current_setting('" + SETTING + "', true) = '" + ALL + "'";

    /** The statement that sets it until the end of the transaction. */
    public static final String BIND = "select set_config('" + SETTING + "', ?, true)";

    /** The same for the transaction that one message is, without a row in its answer. */
    public static final String BIND_MESSAGE = "select where set_config('" + SETTING + "', ?, true) is null";

    private RowSecurity() {}

    /**
     * The statements that give a table row security.
     *
     * @param table its name, quoted
     * @param across whether the rows of all tenants may be read at once
     */
    public static List<String> statements(String table, boolean across) {
        List<String> statements = new ArrayList<>(List.of(
                "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY",
                "CREATE POLICY " + TENANT_POLICY + " ON " + table + " USING (" + TENANT_CONDITION + ") WITH CHECK ("
                        + TENANT_CONDITION + ")"));
        if (across) {
            statements.add(acrossTenants(table));
        }
        return statements;
    }

    /** The statement that lets the rows of all tenants be read. */
    static String acrossTenants(String table) {
        return "CREATE POLICY " + ALL_POLICY + " ON " + table + " FOR SELECT USING (" + ALL_CONDITION + ")";
    }

    /**
     * Sets whose rows are there until the end of the transaction.
     *
     * @param connection a connection in a transaction
     * @param value a tenant's id, {@link #ALL} or {@link #NOBODY}
     */
    public static void bind(Connection connection, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BIND)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
