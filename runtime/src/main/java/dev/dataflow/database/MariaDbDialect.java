package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** MariaDB, where it differs from MySQL. */
final class MariaDbDialect extends MySqlDialect {

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
