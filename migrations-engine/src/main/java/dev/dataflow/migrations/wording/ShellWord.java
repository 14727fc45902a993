package dev.dataflow.migrations.wording;

import java.util.regex.Pattern;

/** Texts as words of a POSIX shell's command line. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,:=/@%+-]+");

    private ShellWord() {}

    /** The text as it is where a shell takes it so, else in single quotes. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
