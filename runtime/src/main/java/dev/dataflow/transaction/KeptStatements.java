package dev.dataflow.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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
    private boolean closed;

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

    /** Takes a statement back that has run. Its result stands: one that cannot be cleared is closed. */
    void giveBack(String sql, PreparedStatement statement) {
        PreparedStatement surplus = isCleared(statement) ? keep(sql, statement) : remove(sql, statement);
        if (surplus != null) {
            close(surplus);
        }
    }

    /** Values may be secret, and large. */
    private static boolean isCleared(PreparedStatement statement) {
        try {
            statement.clearParameters();
            return true;
        } catch (SQLException e) {
            return false; // it or its connection was closed meanwhile
        }
    }

    /** Keeps a statement; gives what is to be closed for it. */
    private @Nullable PreparedStatement keep(String sql, PreparedStatement statement) {
        synchronized (kept) {
            Kept known = kept.get(sql);
            if (known != null && known.statement == statement) {
                known.taken = false;
                return null;
            }
            if (known != null || closed || sql.length() > LONGEST) {
                return statement;
            }
            kept.put(sql, new Kept(statement));
            return kept.size() > MOST ? removeEldest() : null;
        }
    }

    private @Nullable PreparedStatement removeEldest() {
        for (Iterator<Kept> all = kept.values().iterator(); all.hasNext(); ) {
            Kept eldest = all.next();
            if (!eldest.taken) {
                all.remove();
                return eldest.statement;
            }
        }
        return null;
    }

    private PreparedStatement remove(String sql, PreparedStatement statement) {
        synchronized (kept) {
            Kept known = kept.get(sql);
            if (known != null && known.statement == statement) {
                kept.remove(sql);
            }
        }
        return statement;
    }

    /** Closes a statement that has failed. */
    void drop(String sql, PreparedStatement statement, Throwable because) {
        Session.close(remove(sql, statement), because);
    }

    /** Closes all that are not in use, and keeps none from now on: those in use are closed when they are given back. */
    void close() {
        List<PreparedStatement> idle = new ArrayList<>();
        synchronized (kept) {
            closed = true;
            kept.values().stream().filter(each -> !each.taken).forEach(each -> idle.add(each.statement));
            kept.clear();
        }
        idle.forEach(KeptStatements::close);
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // closed already with its connection
        }
    }
}
