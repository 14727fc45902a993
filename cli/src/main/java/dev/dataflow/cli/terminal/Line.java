package dev.dataflow.cli.terminal;

/**
 * Text on one line. Names of a database can hold line breaks and a terminal's own commands, and neither may begin a line of a
 * log or move a cursor.
 */
public final class Line {

    private Line() {}

    /** The text with its control characters spelled, as {@code \n} and <code>&#92;u001b</code>. */
    public static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return line.toString();
    }
}
