package dev.dataflow.node;

import dev.dataflow.error.VersionConflictException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Counts changes that met another version, and keeps the last ones. Thread-safe. */
public final class ConflictRecorder {

    private static final int KEPT = 100;

    private final Clock clock;
    private final Map<ConflictPolicy.Kind, Long> byPolicy = new EnumMap<>(ConflictPolicy.Kind.class);
    private final Map<String, Long> byModel = new TreeMap<>();
    private final Deque<VersionConflict> last = new ArrayDeque<>();
    private long refused;

    /**
     * None yet.
     *
     * @param clock tells when one happens
     */
    public ConflictRecorder(Clock clock) {
        this.clock = clock;
    }

    /** What was counted. */
    public synchronized VersionConflicts conflicts() {
        return new VersionConflicts(byPolicy, byModel, refused, List.copyOf(last));
    }

    /** Does what a policy says, and records whether that made the change. */
    <T> T resolve(VersionConflictException conflict, ConflictPolicy policy, Supplier<T> second) {
        boolean done = false;
        try {
            T result = second.get();
            done = true;
            return result;
        } finally {
            add(conflict, policy.kind(), done);
        }
    }

    void add(VersionConflictException conflict, ConflictPolicy.Kind policy, boolean resolved) {
        Instant now = clock.instant();
        add(new VersionConflict(conflict.model(), conflict.expected(), conflict.found(), policy, resolved, now));
    }

    private synchronized void add(VersionConflict conflict) {
        byPolicy.merge(conflict.policy(), 1L, Long::sum);
        byModel.merge(conflict.model(), 1L, Long::sum);
        refused += conflict.resolved() ? 0 : 1;
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(conflict);
    }
}
