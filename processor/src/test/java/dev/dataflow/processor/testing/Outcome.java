package dev.dataflow.processor.testing;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler gave.
 *
 * @param succeeded whether there was no error
 * @param messages its errors and warnings
 * @param files what it wrote, by path inside its output folder
 */
record Outcome(boolean succeeded, List<Message> messages, SortedMap<String, byte[]> files) {

    static Outcome of(
            boolean succeeded,
            List<? extends Diagnostic<? extends JavaFileObject>> diagnostics,
            SortedMap<String, byte[]> files) {
        List<Message> messages = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.OTHER)
                .map(Message::of)
                .toList();
        return new Outcome(succeeded, messages, files);
    }

    /**
     * An error or a warning.
     *
     * @param kind {@code ERROR} or {@code WARNING}
     * @param text what it says
     * @param path the path of the file it is about, or empty
     * @param line the line, from 1
     * @param column the column, from 1
     */
    record Message(String kind, String text, String path, long line, long column) {

        static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
            // javac indents all lines but the first
            String text = diagnostic.getMessage(Locale.ROOT).replaceAll("\n(?=why: |fix: )", "\n  ");
            JavaFileObject source = diagnostic.getSource();
            return new Message(
                    diagnostic.getKind() == Diagnostic.Kind.ERROR ? "ERROR" : "WARNING",
                    text,
                    source == null ? "" : source.getName(),
                    diagnostic.getLineNumber(),
                    diagnostic.getColumnNumber());
        }

        String file() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
