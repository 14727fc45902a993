package dev.dataflow.suite;

import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL user as applications have it: no superuser, and bound by row security, though it owns the database. */
public final class OrdinaryUser {

    private static final String NAME = "dataflow_ordinary";

    /** What the server says of a role that is there already, or is being made. */
    private static final String THERE = "42710|23505|XX000";

    private OrdinaryUser() {}

    /** The same database, of that user. */
    public static TestDatabase of(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            create(statement);
            statement.execute("alter database " + database.name() + " owner to " + NAME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String place = database.url().replaceAll("[?].*", "");
        return new TestDatabase(
                database.engine(), place + "?user=" + NAME + "&password=" + NAME, NAME, NAME, database.name());
    }

    private static void create(Statement statement) throws SQLException {
        try {
            statement.execute("create role " + NAME + " login password '" + NAME + "'");
        } catch (SQLException e) {
            if (!e.getSQLState().matches(THERE)) {
                throw e;
            }
        }
    }
}
