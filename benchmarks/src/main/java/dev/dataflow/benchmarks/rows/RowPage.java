package dev.dataflow.benchmarks.rows;

import java.util.List;

/**
 * Some rows in the order of stock and key, from which the following ones are read by the last row's values.
 *
 * @param <R> the peer's class of rows
 */
public interface RowPage<R> {

    /** The rows. */
    List<R> rows();

    /** Reads the page behind the last row. */
    RowPage<R> next();
}
