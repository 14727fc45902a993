package dev.dataflow.migrations.reader.row;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of a row.
 *
 * @param <T> the value
 */
public interface Row<T> {

    /** Reads the row that the result stands on. */
    T read(ResultSet row) throws SQLException;
}
