package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a PostgreSQL server. */
final class PostgresInspection implements Inspection {

    private static final String FACTS = "SELECT current_setting('server_version'), pg_is_in_recovery(),"
            + " current_setting('default_transaction_read_only'), current_setting('server_encoding'),"
            + " current_setting('standard_conforming_strings'), current_setting('transaction_isolation'),"
            + " current_setting('server_version_num')::int";

    private final OpenFailure failure;

    PostgresInspection(OpenFailure failure) {
        this.failure = failure;
    }

    @Override
    public ServerFacts inspect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            int number = row.getInt(7);
            Inspection.requireVersion(DatabaseEngine.POSTGRESQL, number / 10_000 + "." + number % 10_000, 12, 0, 0);
            if (row.getBoolean(2)) {
                throw failure.readOnly("it is a standby server in recovery", null);
            }
            if ("on".equals(row.getString(3))) {
                throw failure.readOnly("`default_transaction_read_only` is on", null);
            }
            if (!"UTF8".equals(row.getString(4))) {
                throw UnsafeSetting.of(
                        "server_encoding = " + row.getString(4),
                        "the database cannot hold every character",
                        "create the database with ENCODING 'UTF8'");
            }
            if (!"on".equals(row.getString(5))) {
                throw UnsafeSetting.of(
                        "standard_conforming_strings = off",
                        "backslashes in text would be read as escapes",
                        "set standard_conforming_strings = on");
            }
            return new ServerFacts(row.getString(1), Inspection.isolation(row.getString(6)));
        }
    }
}
