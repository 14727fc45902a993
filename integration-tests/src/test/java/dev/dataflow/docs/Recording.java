package dev.dataflow.docs;

import dev.dataflow.transaction.StatementEvent;
import dev.dataflow.transaction.StatementListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that ran and the lines that were printed since the last {@link #restart}. */
final class Recording implements StatementListener {

    private static final int WIDTH = 100;

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void executed(StatementEvent event) {
        statements.add(event.sql());
    }

    void print(Object value) {
        lines.add(String.valueOf(value));
    }

    void restart() {
        statements.clear();
        lines.clear();
    }

    /** The statements as a page shows them: each ends with a semicolon, long ones go on in the next line. */
    String sql() {
        return statements.stream().map(Recording::wrapped).collect(Collectors.joining());
    }

    /** The lines printed. */
    String output() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String wrapped(String statement) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : (statement + ";").split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append("\n  ");
                column = 2;
            } else if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.append('\n').toString();
    }
}
