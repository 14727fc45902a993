package dev.dataflow.cli.terminal;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes for one call: data to one stream, and everything else to the other. Where only ASCII can be shown, symbols are
 * spelled. Not thread-safe.
 */
public final class Console {

    private static final Map<String, String> SPELLED = Map.of(
            "→", "->", "←", "<-", "✔", "[ok]", "✖", "[x]", "⚠", "[!]", "…", "...", "–", "-", "·", "-", "≥", ">=", "▪",
            "*");

    private final Surroundings around;
    private final boolean colours;
    private final boolean ascii;
    private final Verbosity verbosity;
    private boolean written;

    /**
     * A console.
     *
     * @param around the streams
     * @param color when to use colours
     * @param ascii whether to write nothing but ASCII, where more could be shown
     * @param verbosity how much is said
     */
    public Console(Surroundings around, ColorChoice color, boolean ascii, Verbosity verbosity) {
        this.around = around;
        this.colours = color.isOn(around);
        this.ascii = ascii || !around.unicode();
        this.verbosity = verbosity;
    }

    /** The streams and what is around them. */
    public Surroundings around() {
        return around;
    }

    /** Whether more is wanted than people need to know. */
    public boolean isVerbose() {
        return verbosity == Verbosity.VERBOSE;
    }

    /** Whether anything was written to the stream of data. */
    public boolean hasWritten() {
        return written;
    }

    /** Text for people, in a style where there are colours. */
    public String styled(Style style, String text) {
        return colours ? style.of(text) : text;
    }

    /** Writes data for people. */
    public void print(String text) {
        written = true;
        around.out().print(plain(text));
        around.out().flush();
    }

    /** Writes data for programs, unchanged. */
    public void write(String data) {
        written = true;
        around.out().print(data);
        around.out().flush();
    }

    /** Says something that is no data, unless nothing is wanted but errors. */
    public void say(String text) {
        if (verbosity != Verbosity.QUIET) {
            complain(text);
        }
    }

    /** Says what is done, where that is wanted. */
    public void detail(String text) {
        if (isVerbose()) {
            complain(text);
        }
    }

    /** Says what is wrong. */
    public void complain(String text) {
        around.errors().println(plain(text));
    }

    /** Does what may take long, and shows people meanwhile what that is. */
    public <T> T during(String what, Supplier<T> work) {
        boolean shown = around.interactive() && verbosity == Verbosity.NORMAL;
        detail(what);
        Progress progress = new Progress(shown ? around.errors() : null, plain(what));
        try {
            return work.get();
        } finally {
            progress.end();
        }
    }

    private String plain(String text) {
        if (!ascii) {
            return text;
        }
        String spelled = text;
        for (Map.Entry<String, String> symbol : SPELLED.entrySet()) {
            spelled = spelled.replace(symbol.getKey(), symbol.getValue());
        }
        return spelled;
    }
}
