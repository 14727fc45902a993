package dev.dataflow.cli.source;

import dev.dataflow.error.DataFlowException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of text in UTF-8. */
public final class TextFile {

    private TextFile() {}

    /**
     * The text of a file, without the byte order mark that editors put before it.
     *
     * @throws DataFlowException DF-008 when it cannot be read
     */
    public static String read(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw FileProblem.unfit(file, "it is no text in UTF-8", "name a text file, or convert it to UTF-8");
        } catch (IOException e) {
            throw FileProblem.unreadable(file, e);
        }
    }

    /**
     * The names of what is in a folder.
     *
     * @throws DataFlowException DF-008 when it cannot be read
     */
    public static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw FileProblem.unreadable(folder, e);
        }
    }

    /**
     * Writes a text, over what was there.
     *
     * @throws DataFlowException DF-008 when it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw FileProblem.unwritable(file, e);
        }
    }
}
