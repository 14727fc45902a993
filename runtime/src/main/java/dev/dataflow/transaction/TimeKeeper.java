package dev.dataflow.transaction;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads that cancel what takes too long. There are none before the first limit, and none soon after the last. */
final class TimeKeeper {

    /** To cancel takes a connection of its own, so one that hangs must not hold up the next. */
    private static final int THREADS = 4;

    private static final int IDLE_SECONDS = 5;

    private @Nullable ScheduledThreadPoolExecutor threads;

    synchronized ScheduledExecutorService threads() {
        if (threads == null) {
            threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
                Thread thread = new Thread(work, "dataflow-timeout");
                thread.setDaemon(true);
                return thread;
            });
            threads.setRemoveOnCancelPolicy(true);
            threads.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            threads.allowCoreThreadTimeOut(true);
        }
        return threads;
    }
}
