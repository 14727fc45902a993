package dev.dataflow.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements that one connection has prepared, kept for the next call that runs the same SQL. Bounded: what was used longest ago
 * goes first. Thread-safe, for a connection that several threads are given at once.
 */
final class KeptStatements {

    /** Together some hundred kilobytes of a connection's memory. */
    private static final int MOST = 128;

    /** Longer ones are of bulk calls, of which few are the same. */
    private static final int LONGEST = 16_384;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private final Connection connection;

    /** Statements of a connection. */
    KeptStatements(Connection connection) {
        this.connection = connection;
    }

    private static final class Kept {
        private final PreparedStatement statement;
        private boolean taken;

        Kept(PreparedStatement statement) {
            this.statement = statement;
        }
    }

    /** A statement to be given back; a new one when there is none, or it is in use by a call that this one runs inside of. */
    PreparedStatement take(String sql) throws SQLException {
        synchronized (kept) {
            Kept known = kept.get(sql);
            if (known != null && !known.taken) {
                known.taken = true;
                return known.statement;
            }
        }
        return connection.prepareStatement(sql);
    }

    /** Takes a statement back that has run. */
    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement surplus;
        synchronized (kept) {
            Kept known = kept.get(sql);
            if (known != null && known.statement == statement) {
                statement.clearParameters(); // which hold values, large ones too
                known.taken = false;
                return;
            }
            surplus = known == null && sql.length() <= LONGEST ? keep(sql, statement) : statement;
        }
        if (surplus != null) {
            surplus.close();
        }
    }

    private @Nullable PreparedStatement keep(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        kept.put(sql, new Kept(statement));
        if (kept.size() <= MOST) {
            return null;
        }
        for (Iterator<Kept> all = kept.values().iterator(); all.hasNext(); ) {
            Kept eldest = all.next();
            if (!eldest.taken) {
                all.remove();
                return eldest.statement;
            }
        }
        return null;
    }

    /** Closes a statement that has failed. */
    void drop(String sql, PreparedStatement statement, Throwable because) {
        synchronized (kept) {
            Kept known = kept.get(sql);
            if (known != null && known.statement == statement) {
                kept.remove(sql);
            }
        }
        Session.close(statement, because);
    }
}
