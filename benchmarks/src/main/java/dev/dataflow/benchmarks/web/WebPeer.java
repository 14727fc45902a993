package dev.dataflow.benchmarks.web;

import java.util.List;

/** What the requests of the tests read and write. Each row is read by a query of its own, as the tests' rules say. */
public interface WebPeer extends AutoCloseable {

    /** The row with a key. */
    World world(long id);

    /** The rows with these keys, in this order. */
    List<World> worlds(long[] ids);

    /**
     * Writes rows that were read, all at once.
     *
     * @param worlds with their new numbers, in the order of their keys and no key twice, so that writers do not lock each other
     */
    void update(List<World> worlds);

    /** All sayings, in any order. */
    List<Fortune> fortunes();

    /** Closes what the peer has opened, not the pool. */
    @Override
    default void close() {}
}
