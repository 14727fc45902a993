package dev.dataflow.benchmarks.turns;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Runs what comes before measured work, so that {@link Allocation} can leave its bytes out. */
public final class Preparation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a thread has allocated in preparations, which run in the measured thread, before or after a count starts. */
    private static final ThreadLocal<Long> BYTES = ThreadLocal.withInitial(() -> 0L);

    private Preparation() {}

    /** Runs what is not counted. */
    public static <T> T run(Supplier<T> work) {
        long start = THREADS.getCurrentThreadAllocatedBytes();
        try {
            return work.get();
        } finally {
            BYTES.set(BYTES.get() + THREADS.getCurrentThreadAllocatedBytes() - start);
        }
    }

    /** The bytes that this thread has allocated otherwise. */
    static long otherBytes() {
        return THREADS.getCurrentThreadAllocatedBytes() - BYTES.get();
    }
}
