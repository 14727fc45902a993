package dev.dataflow.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What a program says when it has read its first row. */
public final class Started {

    private static final int COLLECTIONS = 4;

    private Started() {}

    /**
     * Says how long it took, and then what is in the heap.
     *
     * @param start when the program started
     */
    public static void report(long start) {
        long time = System.nanoTime() - start;
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        System.out.println("STARTED " + time + " " + memory.getHeapMemoryUsage().getUsed());
    }
}
