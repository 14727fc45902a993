package dev.dataflow.benchmarks.bulk;

import java.util.List;

/**
 * One way to write many rows. A call is one transaction of its own; every row gets the time of now as its time of update, new
 * ones as that of creation, too.
 *
 * @param <R> the peer's class of rows
 */
public interface BulkPeer<R> extends AutoCloseable {

    /** A row as the peer takes it; made before time is measured. */
    R row(Product product);

    /** Inserts rows. */
    void create(List<R> rows);

    /** The same, and returns the keys in the order of the rows. */
    List<Long> createReturning(List<R> rows);

    /** Updates all columns of rows by their keys. */
    void update(List<R> rows);

    /** Inserts rows, or updates those whose number exists; keys and times of creation stay. */
    void upsert(List<R> rows);

    /** Deletes the rows with at least this stock, and returns how many there were. */
    long delete(int stock);

    /** Closes what the peer has opened, not the pool. */
    @Override
    default void close() {}
}
