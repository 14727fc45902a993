package dev.dataflow.processor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts classes into words, and these into files, while the compiler's own thread, which alone may ask the compiler for
 * anything, reads other models and creates their files. It lives for a round.
 */
final class TextThread implements AutoCloseable {

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dataflow-processor");
        thread.setDaemon(true);
        return thread;
    });

    <T> Future<T> start(Callable<T> text) {
        return executor.submit(text);
    }

    /** What a text has become; its failure, when it failed, as if it had been made here. */
    static <T> T await(Future<T> text) {
        try {
            return text.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the compiler was interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
