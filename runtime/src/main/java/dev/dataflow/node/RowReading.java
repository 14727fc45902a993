package dev.dataflow.node;

import dev.dataflow.query.Filter;
import dev.dataflow.statement.RowRange;
import dev.dataflow.statement.Statement;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows that match are read.
 *
 * @param <R> a row as it is read
 * @param <T> what becomes of it
 */
sealed interface RowReading<R, T> permits ModelReading, ProjectedReading {

    /** The statement that reads them. */
    Statement statement(NodeContext context, Filter filter, RowRange range);

    /** Reads the current row. */
    R read(RowReader row) throws SQLException;

    /** A value of a row, of a column of the order. */
    @Nullable
    Object value(R row, int column);

    /** What becomes of rows; it may run further statements when {@link #isRelated}. */
    List<T> results(NodeContext context, List<R> rows);

    /** Whether relations are followed. */
    boolean isRelated();
}
