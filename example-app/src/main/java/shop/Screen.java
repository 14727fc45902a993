package shop;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints what the shop does. */
final class Screen {

    private static final int WIDTH = 100;
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String GREEN = "32";
    private static final String CYAN = "36";

    private final PrintStream out;
    private final boolean colour;
    private final Set<String> shown = new HashSet<>();

    Screen(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    /** Begins a section. */
    void heading(String text) {
        shown.clear();
        out.println();
        out.println(in(BOLD, text));
    }

    void call(String java, long nanos) {
        line("  %s  %s", in(CYAN, java), in(DIM, millis(nanos)));
    }

    /** Shows a statement; its text only once in a section. */
    void statement(StatementLog.Ran ran) {
        boolean first = shown.add(ran.sql());
        if (first) {
            wrapped(ran.sql()).forEach(text -> line("      %s", in(DIM, text)));
        }
        String times = (first ? "" : "as above, ") + (ran.times() == 1 ? "" : ran.times() + " times, ");
        String rows = String.format(Locale.ROOT, ran.rows() == 1 ? "%,d row" : "%,d rows", ran.rows());
        line("      %s", in(DIM, "-- " + times + rows + ", " + millis(ran.nanos())));
    }

    /** Shows what came of a call, each line of it. */
    void result(String format, @Nullable Object... values) {
        String.format(Locale.ROOT, format, values).lines().forEach(text -> line("    = %s", in(GREEN, text)));
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%,.1f ms", nanos / 1e6);
    }

    private String in(String style, String text) {
        return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }

    private static List<String> wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + word.length() >= WIDTH) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return Arrays.asList(lines.toString().split("\n"));
    }
}
