package dev.dataflow.benchmarks.schemas;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Ten columns, two indexes and three foreign keys for every two tables, on PostgreSQL. */
final class LargeSchema {

    private final int tables;

    LargeSchema(int tables) {
        this.tables = tables;
    }

    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < tables; i++) {
                String keys = i == 0 ? "" : ", FOREIGN KEY (a) REFERENCES t" + (i - 1) + " (id)";
                if (i >= tables / 2) {
                    keys += ", FOREIGN KEY (b) REFERENCES t" + i / 3 + " (id) ON DELETE CASCADE";
                }
                statement.execute("CREATE TABLE t" + i + " (id INT NOT NULL PRIMARY KEY, a INT, b INT,"
                        + " c VARCHAR(20) NOT NULL, d DECIMAL(10,2) DEFAULT 1.5, e VARCHAR(100) DEFAULT 'none',"
                        + " f TIMESTAMP NULL, g BIGINT NOT NULL, h INT, i DATE" + keys + ")");
                statement.execute("CREATE INDEX t" + i + "_a ON t" + i + " (a)");
                statement.execute("CREATE INDEX t" + i + "_c ON t" + i + " (c, g)");
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Ten differences. */
    void change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < 5; i++) {
                int table = tables / 10 + i;
                statement.execute("ALTER TABLE t" + table + " ALTER e TYPE varchar(200)");
                statement.execute("ALTER TABLE t" + (table + 5) + " ADD COLUMN more TEXT");
            }
        }
    }
}
