package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** MariaDB, where it differs from MySQL. */
final class MariaDbDialect extends MySqlDialect {

    private static final int REGEX_ERROR = 1139;

    MariaDbDialect(int standing) {
        super(DatabaseEngine.MARIADB, standing);
    }

    /**
     * With snapshot isolation InnoDB undoes the transaction that meets a row changed since its snapshot, too. Until it is
     * told to roll back, the connection commits nothing more.
     */
    @Override
    public boolean endsTransaction(SQLException thrown) {
        return thrown.getErrorCode() == 1020 || super.endsTransaction(thrown);
    }

    /** A row whose text was not matched to the end would be missing. */
    @Override
    public void checkExpressions(Statement done) throws SQLException {
        for (SQLWarning warning = done.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning.getErrorCode() == REGEX_ERROR) {
                throw new SQLException("a regular expression was given up", warning.getSQLState(), REGEX_ERROR);
            }
        }
    }

    @Override
    public String explain(String sql) {
        return "EXPLAIN " + sql;
    }

    /** The plan is a table; a line names the columns that hold something. */
    @Override
    public String planLine(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null && !value.isEmpty()) {
                line.append(line.isEmpty() ? "" : ", ")
                        .append(columns.getColumnLabel(i))
                        .append('=')
                        .append(value);
            }
        }
        return line.toString();
    }
}
