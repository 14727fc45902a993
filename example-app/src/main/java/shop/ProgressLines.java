package shop;

import java.io.PrintStream;
import java.util.Locale;

/** Progress for logs: a line for each step. */
final class ProgressLines implements Progress {

    private final PrintStream err;

    ProgressLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public Work begin(String name, long rows) {
        return new Work() {
            @Override
            public void add(long more) {
                // a log gets one line when the step is done
            }

            @Override
            public void close() {
                // see above
            }
        };
    }

    @Override
    public void stepDone(int number, int steps, String title, long nanos) {
        err.println(String.format(Locale.ROOT, "[%d/%d] %s: %s", number, steps, title, Screen.millis(nanos)));
    }
}
