package shop;

import dev.dataflow.transaction.StatementEvent;
import dev.dataflow.transaction.StatementListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers the statements that ran; those that differ in their number of rows only are one. Thread-safe. */
final class StatementLog implements StatementListener {

    private final Map<String, Ran> statements = new LinkedHashMap<>();

    @Override
    public synchronized void executed(StatementEvent event) {
        Ran one = new Ran(
                ShortSql.of(event.sql()), 1, event.rows(), event.duration().toNanos());
        statements.merge(one.sql(), one, Ran::and);
    }

    /** What ran since the last time, in order. */
    synchronized List<Ran> take() {
        List<Ran> taken = List.copyOf(statements.values());
        statements.clear();
        return taken;
    }

    /**
     * A statement that ran.
     *
     * @param sql its text, shortened
     * @param times how often
     * @param rows read or touched, all times together
     * @param nanos how long, all times together
     */
    record Ran(String sql, int times, long rows, long nanos) {

        private Ran and(Ran other) {
            return new Ran(sql, times + other.times, rows + other.rows, nanos + other.nanos);
        }
    }
}
