package dev.dataflow.transaction;

import dev.dataflow.statement.Scoping;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A prepared statement with its values, to be run once.
 *
 * @param prepared what is sent
 * @param scoping what is sent before it in the same message
 */
record SentStatement(PreparedStatement prepared, Scoping scoping) {

    /** Runs it; gives its rows. */
    ResultSet rows() throws SQLException {
        if (scoping == Scoping.NONE) {
            return prepared.executeQuery();
        }
        runPrefix();
        ResultSet rows = prepared.getResultSet();
        if (rows == null) {
            throw new SQLException("no rows came back", "02000");
        }
        return rows;
    }

    /** Runs it; gives how many rows it touched. */
    int count() throws SQLException {
        if (scoping == Scoping.NONE) {
            return prepared.executeUpdate();
        }
        runPrefix();
        return prepared.getUpdateCount();
    }

    /** All of the message is run; its results come one after the other. */
    private void runPrefix() throws SQLException {
        prepared.execute();
        for (int i = 0; i < scoping.results(); i++) {
            prepared.getMoreResults();
        }
    }
}
