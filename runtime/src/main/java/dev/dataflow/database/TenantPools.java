package dev.dataflow.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The pools of tenants that are open: no more than a number, of which idle ones make room for others. Thread-safe. */
final class TenantPools {

    /** So far below 0 that those who were using a pool when it was closed leave it below. */
    private static final int CLOSED = Integer.MIN_VALUE / 2;

    private final int most;
    private final Duration longest;
    private final List<Open> open = new ArrayList<>();
    private int reserved;
    private boolean closed;
    private volatile int waiting;

    TenantPools(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    /** As many tenants as may be are using connections, and none is done in time. */
    static final class AllInUse extends SQLTransientConnectionException {
        private static final long serialVersionUID = 1L;
    }

    /** A tenant's pool, and how many use it. */
    static final class Open {

        private final PooledConnections pool;
        /** Less than 0 when it is closed. */
        private final AtomicInteger uses = new AtomicInteger();

        private final TenantPools pools;
        private volatile long last = System.nanoTime();

        Open(PooledConnections pool, TenantPools pools) {
            this.pool = pool;
            this.pools = pools;
        }

        PooledConnections pool() {
            return pool;
        }

        /** Begins to use it; false when it is closed. */
        boolean enter() {
            return uses.updateAndGet(count -> count < 0 ? count : count + 1) > 0;
        }

        /** Ends a use. */
        void leave() {
            last = System.nanoTime();
            if (uses.decrementAndGet() == 0 && pools.waiting > 0) {
                pools.wake();
            }
        }

        private boolean retire() {
            return uses.compareAndSet(0, CLOSED);
        }

        private void close() {
            uses.set(CLOSED);
            pool.close();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** Makes room for one, which is then {@link #add}ed or given up; waits while all are in use. */
    void reserve() throws SQLException {
        @Nullable Open retired;
        synchronized (this) {
            long end = System.nanoTime() + longest.toNanos();
            retired = room();
            while (retired == null && open.size() + reserved >= most) {
                await(end - System.nanoTime());
                retired = room();
            }
            reserved++;
        }
        if (retired != null) {
            retired.pool().close();
        }
    }

    private @Nullable Open room() throws SQLException {
        if (closed) {
            throw Database.closed();
        }
        if (open.size() + reserved < most) {
            return null;
        }
        List<Open> oldest = new ArrayList<>(open);
        oldest.sort(Comparator.comparingLong(each -> each.last));
        for (Open each : oldest) {
            if (each.retire()) {
                open.remove(each);
                return each;
            }
        }
        return null;
    }

    private void await(long nanos) throws SQLException {
        if (nanos <= 0) {
            throw new AllInUse();
        }
        waiting++;
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(50)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted");
        } finally {
            waiting--;
        }
    }

    /** Takes a pool in for which room was reserved. */
    synchronized void add(Open made) {
        reserved--;
        if (closed) {
            made.close();
        } else {
            open.add(made);
        }
    }

    /** Gives room back that nothing came into. */
    synchronized void giveUp() {
        reserved--;
        notifyAll();
    }

    /** How many are open. */
    synchronized int size() {
        return open.size();
    }

    int most() {
        return most;
    }

    void close() {
        List<Open> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(open);
            open.clear();
            notifyAll();
        }
        all.forEach(Open::close);
    }
}
