package dev.dataflow.benchmarks.trait;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What the turns of one subject took: by the clock, of the thread's processor, and in bytes, for each call. */
final class TurnTimes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final double[] clock;
    private final double[] processor;
    private final double[] bytes;
    private Object last = "";

    TurnTimes(int turns) {
        this.clock = new double[turns];
        this.processor = new double[turns];
        this.bytes = new double[turns];
    }

    void take(int turn, int calls, TraitWork work, Calls subject) {
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long processorBefore = THREADS.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            last = work.call(subject, (long) turn * calls + i);
        }
        clock[turn] = (System.nanoTime() - before) / 1000.0 / calls;
        processor[turn] = (THREADS.getCurrentThreadCpuTime() - processorBefore) / 1000.0 / calls;
        bytes[turn] = (double) (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / calls;
    }

    /** What the last call gave, which is kept so that it is made. */
    Object last() {
        return last;
    }

    double micros() {
        return median(clock);
    }

    double clockAgainst(TurnTimes plain) {
        return ratio(clock, plain.clock);
    }

    double processorAgainst(TurnTimes plain) {
        return ratio(processor, plain.processor);
    }

    double bytesAgainst(TurnTimes plain) {
        return ratio(bytes, plain.bytes);
    }

    /** The median of the ratios of turns that were beside each other. */
    private static double ratio(double[] own, double[] plain) {
        double[] ratios = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            ratios[i] = own[i] / plain[i];
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
