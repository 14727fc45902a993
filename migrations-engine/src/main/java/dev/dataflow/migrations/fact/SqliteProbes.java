package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.reader.row.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** SQLite: a connection that only reads meanwhile; it has no limits, so a thread interrupts what takes too long. */
final class SqliteProbes extends Probes {

    private static final int INTERRUPTED = 9;
    private static final int BUSY = 5;

    private final String writing;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dataflow-probes");
        thread.setDaemon(true);
        return thread;
    });

    SqliteProbes(Connection connection, Budget budget) throws SQLException {
        super(connection, budget);
        writing = read("PRAGMA query_only", row -> row.getString(1)).get(0);
        execute("PRAGMA query_only = ON");
    }

    @Override
    <T> List<T> run(long millis, String sql, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            Future<?> limit = clock.schedule(
                    () -> {
                        statement.cancel();
                        return null;
                    },
                    millis,
                    TimeUnit.MILLISECONDS);
            try {
                return values(statement.executeQuery(), row);
            } finally {
                limit.cancel(false);
            }
        }
    }

    @Override
    boolean isTimeout(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == INTERRUPTED || code == BUSY;
    }

    @Override
    public void close() throws SQLException {
        clock.shutdownNow();
        execute("PRAGMA query_only = " + writing);
    }

    private <T> List<T> read(String sql, Row<T> row) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return values(statement.executeQuery(sql), row);
        }
    }

    private static <T> List<T> values(ResultSet rows, Row<T> row) throws SQLException {
        try (rows) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(row.read(rows));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
