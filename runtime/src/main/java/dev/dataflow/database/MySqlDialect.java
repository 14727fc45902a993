package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * MySQL. Transactions are begun and ended by statements: that is one round trip less than the auto-commit flag, and an
 * isolation level set without SESSION ends with the transaction.
 */
sealed class MySqlDialect extends Dialect permits MariaDbDialect {

    private final int standing;

    MySqlDialect(int standing) {
        this(DatabaseEngine.MYSQL, standing);
    }

    MySqlDialect(DatabaseEngine engine, int standing) {
        super(engine, new MySqlFailures());
        this.standing = standing;
    }

    @Override
    public int maximumParameters() {
        return 65_535;
    }

    @Override
    public void begin(Connection connection, boolean readOnly, int isolation, @Nullable Duration longest)
            throws SQLException {
        int level = isolation == DEFAULT_ISOLATION ? Connection.TRANSACTION_READ_COMMITTED : isolation;
        if (level != standing) {
            execute(connection, "SET TRANSACTION ISOLATION LEVEL " + isolationName(level));
        }
        execute(connection, readOnly ? "START TRANSACTION READ ONLY" : "START TRANSACTION");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try {
            execute(connection, "COMMIT");
        } catch (SQLException e) {
            try {
                rollback(connection);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    /** InnoDB undoes the transaction of the statement it chooses in a deadlock. */
    @Override
    public boolean endsTransaction(SQLException thrown) {
        return thrown.getErrorCode() == 1213;
    }

    @Override
    public String explain(String sql) {
        return "EXPLAIN FORMAT=TREE " + sql;
    }
}
