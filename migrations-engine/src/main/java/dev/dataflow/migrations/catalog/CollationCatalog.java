package dev.dataflow.migrations.catalog;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/** The collations that text columns can have: on MySQL and MariaDB those of utf8mb4, which holds all text. */
public final class CollationCatalog {

    private CollationCatalog() {}

    /**
     * Reads the names of all collations.
     *
     * @param connection a connection; nothing is changed
     * @param engine the database
     * @return the names, which on MySQL, MariaDB and SQLite are compared without regard to case
     * @throws SQLException from the driver
     */
    public static SortedSet<String> read(Connection connection, DatabaseEngine engine) throws SQLException {
        SortedSet<String> names =
                engine == DatabaseEngine.POSTGRESQL ? new TreeSet<>() : new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query(engine))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String query(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> """
                    SELECT collname FROM pg_catalog.pg_collation
                    WHERE pg_catalog.pg_collation_is_visible(oid) AND collname <> 'default' AND collencoding IN
                      (-1, (SELECT encoding FROM pg_catalog.pg_database WHERE datname = current_database()))""";
            case MYSQL -> """
                    SELECT COLLATION_NAME FROM information_schema.COLLATIONS WHERE CHARACTER_SET_NAME = 'utf8mb4'""";
            // 10.10 leaves the character set out of the names that several share
            case MARIADB -> """
                    SELECT IF(COLLATION_NAME LIKE 'utf8mb4\\_%', COLLATION_NAME, CONCAT('utf8mb4_', COLLATION_NAME))
                    FROM information_schema.COLLATION_CHARACTER_SET_APPLICABILITY
                    WHERE CHARACTER_SET_NAME = 'utf8mb4'""";
            case SQLITE -> "SELECT name FROM pragma_collation_list";
        };
    }
}
