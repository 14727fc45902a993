package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes back tables that this very run created, where no transaction does. */
final class CreatedTables {

    private final Connection connection;
    private final Quoting quoting;
    private final String drop;

    CreatedTables(Connection connection, DatabaseEngine engine) {
        this.connection = connection;
        this.quoting = Quoting.of(engine);
        // MariaDB takes tables that reference each other one by one, and refuses the first
        this.drop = engine == DatabaseEngine.MARIADB
                ? "SET STATEMENT foreign_key_checks = 0 FOR DROP TABLE "
                : "DROP TABLE ";
    }

    /**
     * Drops tables, but none that somebody has written to since.
     *
     * @param tables the tables this run created
     * @param failure why they go; what goes wrong here is added to it
     * @return those that are still there
     */
    List<TableName> drop(List<TableName> tables, SQLException failure) {
        List<TableName> empty = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (TableName table : tables) {
                if (isEmpty(statement, table)) {
                    empty.add(table);
                }
            }
            if (!empty.isEmpty()) {
                // in one statement, so that tables which reference each other can go
                statement.execute(drop + empty.stream().map(quoting::quote).collect(Collectors.joining(", ")));
            }
        } catch (SQLException second) {
            failure.addSuppressed(second);
            return tables;
        }
        List<TableName> left = new ArrayList<>(tables);
        left.removeAll(empty);
        return left;
    }

    private boolean isEmpty(Statement statement, TableName table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + quoting.quote(table) + " LIMIT 1")) {
            return !row.next();
        }
    }
}
