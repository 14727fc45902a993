package dev.dataflow.database;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Senders and parcels: tables with one of every constraint. */
final class Post {

    /** Stands for a row's value; no message may hold it. */
    static final String MARKER = "hush' for key 'parcels.uk' \"4711\" (x)=(y)";

    private Post() {}

    static DataFlowConfig config(TestDatabase database) {
        return config(database.url());
    }

    static DataFlowConfig config(String url) {
        return DataFlowConfig.from(Map.of()).withUrl(url);
    }

    static void create(TestDatabase database) throws SQLException {
        String strict = database.engine() == Engine.SQLITE ? " STRICT" : "";
        String text = database.engine() == Engine.SQLITE ? "TEXT" : "VARCHAR(60)";
        String number = database.engine() == Engine.SQLITE ? "INTEGER" : "BIGINT";
        try (Connection connection = database.connect()) {
            run(connection, "CREATE TABLE senders (id " + number + " NOT NULL PRIMARY KEY)" + strict);
            run(
                    connection,
                    ("CREATE TABLE parcels (parcel_id %N NOT NULL PRIMARY KEY, sender_id %N NOT NULL, number %T NOT NULL,"
                                    + " region %T NOT NULL, slot_no %N NOT NULL, weight INTEGER NOT NULL,"
                                    + " CONSTRAINT uk_parcels_number UNIQUE (number),"
                                    + " CONSTRAINT uk_parcels_region_slot_no UNIQUE (region, slot_no),"
                                    + " CONSTRAINT fk_parcels_sender_id FOREIGN KEY (sender_id) REFERENCES senders (id),"
                                    + " CONSTRAINT ck_parcels_weight CHECK (weight >= 0))" + strict)
                            .replace("%N", number)
                            .replace("%T", text));
            run(connection, "INSERT INTO senders VALUES (1)");
            insert(connection, 1L, 1L, MARKER, MARKER, 1L, 1L);
        }
    }

    static void insert(Connection connection, Object... values) throws SQLException {
        update(connection, "INSERT INTO parcels VALUES (?, ?, ?, ?, ?, ?)", values);
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** Everything a log could print of an exception. */
    static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            chain.add(each);
            if (each instanceof SQLException sql && sql.getNextException() != null) {
                text.append(printed(sql.getNextException()));
            }
        }
        if (thrown instanceof DataFlowException ours) {
            text.append(ours.what()).append(ours.why()).append(ours.fix());
        }
        return text.toString();
    }
}
