package shop;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar that moves, and is gone in the end. */
final class ProgressBars implements Progress {

    private static final int WIDTH = 79;

    private final PrintStream err;

    ProgressBars(PrintStream err) {
        this.err = err;
    }

    @Override
    public Work begin(String name, long rows) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(rows)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .clearDisplayOnFinish()
                .build();
        return new Work() {
            @Override
            public void add(long more) {
                bar.stepBy(more);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    @Override
    public void stepDone(int number, int steps, String title, long nanos) {
        // the section on the screen says it
    }
}
