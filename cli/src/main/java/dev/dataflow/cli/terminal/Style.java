package dev.dataflow.cli.terminal;

/** How a piece of text looks where there are colours. Its meaning never hangs on that. */
public enum Style {
    /** Stands out. */
    BOLD("1"),
    /** Matters less. */
    FAINT("2"),
    /** Is well. */
    GOOD("32"),
    /** Needs a look. */
    WARNING("33"),
    /** Is bad. */
    BAD("31"),
    /** Is very bad. */
    WORST("1;31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text between escape sequences. */
    String of(String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
