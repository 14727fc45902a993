package dev.dataflow.transaction;

import dev.dataflow.database.RowSecurity;
import dev.dataflow.statement.Scoping;
import dev.dataflow.trait.Tenant;
import dev.dataflow.trait.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows PostgreSQL's row security shows to the statements of a session. It is told in the transaction of each, since
 * scopes of several tenants share a transaction and a pool, and forgotten with it.
 *
 * @param value what the database's setting must be
 */
record RowScope(String value) {

    static final RowScope NOBODY = new RowScope(RowSecurity.NOBODY);

    static RowScope of(Tenants tenants, @Nullable Tenant tenant) {
        return switch (tenants) {
            case NONE -> NOBODY;
            case ONE -> new RowScope(Objects.requireNonNull(tenant).id());
            case ALL -> new RowScope(RowSecurity.ALL);
        };
    }

    boolean isNobody() {
        return value.isEmpty();
    }

    /** How the next statement is told in a transaction; the rows of all stay in sight for one statement only. */
    Scoping inTransaction() {
        return value.equals(RowSecurity.ALL) ? Scoping.FOR_ONE_STATEMENT : Scoping.IN_TRANSACTION;
    }

    /**
     * What is shown after such a statement.
     *
     * @param before what was shown before it, which a cursor that is open still reads by
     */
    String after(String before) {
        return value.equals(RowSecurity.ALL) ? before : value;
    }

    /**
     * Whether the next statement must be told.
     *
     * @param context the transaction it runs in; null for one of its own
     */
    boolean isDue(@Nullable TransactionContext context) {
        return context == null ? !isNobody() : !context.shows(value);
    }

    /** Tells the database, unless it knows. */
    void bind(TransactionContext context) throws SQLException {
        if (isDue(context)) {
            context.showing(null);
            RowSecurity.bind(context.connection(), value);
            context.showing(value);
        }
    }

    /** Ends what a statement that brought its own transaction has left open by failing; whether that is sure. */
    static boolean isEnded(Connection connection) {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("rollback");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
