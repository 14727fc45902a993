package dev.dataflow.benchmarks.rows;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One way to do the work. A call is a unit of its own: it takes a connection from the pool, prepares its statement, and is
 * committed when it returns. Every row is returned whole, in the class that users of the peer would have.
 *
 * @param <R> the peer's class of rows
 */
public interface Peer<R> extends AutoCloseable {

    /** Inserts a row with the time of now, and returns it with its key. */
    R create(NewOffer values);

    /** The row with a key. */
    @Nullable
    R read(long id);

    /** Writes two columns and the time of update, and returns the row as it is then. */
    R update(long id, String title, int stock);

    /** The same, and returns how many rows there were. */
    long updateCount(long id, String title, int stock);

    /** Whether there was such a row. */
    boolean delete(long id);

    /** The first rows with at least this stock, by key. */
    List<R> list(int stock, int limit);

    /** The rows, 100 at most, that have this stock, by key. */
    List<R> listEqual(int stock);

    /** The same by the peer's free conditions, where it has several ways. */
    default List<R> listCondition(int stock) {
        return listEqual(stock);
    }

    /** How many rows have at least this stock. */
    long count(int stock);

    /** The rows behind so many, in the order of stock and key. */
    RowPage<R> page(int offset, int limit);

    /** Reads all rows whole, one after the other, with few of them in memory; only the sources that can do so are asked. */
    void stream(Consumer<? super R> reader);

    /** Of rows with at least this stock: number, sum and highest price, grouped and ordered by whether they are listed. */
    List<StockTotal> totals(int stock);

    /** A row as the record that all peers are compared by. */
    Offer offer(R row);

    /** Closes what the peer has opened, not the pool. */
    @Override
    void close();
}
