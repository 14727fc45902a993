package dev.dataflow.cli.terminal;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** A line that says what takes long, and is gone when it is done. What is done at once shows none. */
final class Progress {

    private static final long DELAY_MILLIS = 100;

    private final @Nullable PrintStream stream;
    private final String text;
    private final @Nullable Timer timer;
    private boolean shown;
    private boolean closed;

    Progress(@Nullable PrintStream stream, String text) {
        this.stream = stream;
        this.text = text;
        this.timer = stream == null ? null : new Timer("progress", true);
        if (timer != null) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            show();
                        }
                    },
                    DELAY_MILLIS);
        }
    }

    private synchronized void show() {
        if (stream != null && !closed) {
            shown = true;
            stream.print(text);
            stream.flush();
        }
    }

    void end() {
        if (timer != null) {
            timer.cancel();
        }
        erase();
    }

    private synchronized void erase() {
        closed = true;
        if (stream != null && shown) {
            stream.print("\r" + " ".repeat(text.length()) + "\r");
            stream.flush();
            shown = false;
        }
    }
}
