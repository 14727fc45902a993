package shop;

import dev.dataflow.DataFlow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a step plays: the shop's nodes, and a way to run calls so that one sees what they did. */
final class Stage {

    private final DataFlow df;
    private final ShopNodes nodes;
    private final StatementLog log;
    private final Screen screen;
    private final Progress progress;
    private final Notes notes;

    Stage(DataFlow df, StatementLog log, Screen screen, Progress progress, Notes notes) {
        this.df = df;
        this.nodes = ShopNodes.on(df);
        this.log = log;
        this.screen = screen;
        this.progress = progress;
        this.notes = notes;
    }

    DataFlow df() {
        return df;
    }

    ShopNodes nodes() {
        return nodes;
    }

    OrderNodes orders() {
        return nodes.orders();
    }

    Notes notes() {
        return notes;
    }

    Progress progress() {
        return progress;
    }

    /**
     * Runs a call, then shows it with the statements it ran, even when it fails.
     *
     * @param java the call as one would write it
     * @param work the call
     */
    <T> T call(String java, Supplier<T> work) {
        log.take();
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            screen.call(java, System.nanoTime() - start);
            log.take().forEach(screen::statement);
        }
    }

    /** Shows what came of a call. */
    void result(String format, @Nullable Object... values) {
        screen.result(format, values);
    }
}
