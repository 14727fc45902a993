package dev.dataflow.processor.testing;

import dev.dataflow.processor.testing.Outcome.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a compile gave. */
public final class Compiled {

    private static final String CLASS = ".class";
    private static final Pattern CODE = Pattern.compile("\\[(VAL-\\d{3})]");

    private final Outcome outcome;

    Compiled(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Whether there was no error. */
    public boolean succeeded() {
        return outcome.succeeded();
    }

    /** Errors and warnings: ours as {@code VAL-005 ERROR at Order.java:3:12}, others with the compiler's text. */
    public List<String> diagnostics() {
        return outcome.messages().stream().map(Compiled::describe).toList();
    }

    /** The errors and warnings in files whose path holds a text. */
    public List<String> byFile(String path) {
        return outcome.messages().stream()
                .filter(message -> message.path().contains(path))
                .map(Compiled::describe)
                .toList();
    }

    /** The messages about files whose path holds a text, or about none. */
    public List<String> messagesIn(String path) {
        return outcome.messages().stream()
                .filter(message -> message.path().isEmpty() || message.path().contains(path))
                .map(Message::text)
                .toList();
    }

    /** The messages of errors and warnings. */
    public List<String> messages() {
        return outcome.messages().stream().map(Message::text).toList();
    }

    /** The only message that has a code. */
    public String message(String code) {
        return messages().stream()
                .filter(message -> message.contains("[" + code + "]"))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    if (found.size() != 1) {
                        throw new AssertionError(found.size() + " messages " + code + " in " + messages());
                    }
                    return found.get(0);
                }));
    }

    /** A generated source, such as {@code shop/OrderTable.java}, or resource. */
    public String file(String path) {
        return find(path)
                .orElseThrow(() -> new AssertionError(
                        "no " + path + " in " + outcome.files().keySet()));
    }

    /** A generated file, if there is one. */
    public Optional<String> find(String path) {
        return Optional.ofNullable(outcome.files().get(path)).map(Compiled::text);
    }

    /** All generated sources and resources, by path. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        outcome.files().forEach((path, bytes) -> {
            if (!path.endsWith(CLASS)) {
                texts.put(path, text(bytes));
            }
        });
        return texts;
    }

    /** The sizes of all classes, by path. */
    public Map<String, Integer> classSizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        outcome.files().forEach((path, bytes) -> {
            if (path.endsWith(CLASS)) {
                sizes.put(path, bytes.length);
            }
        });
        return sizes;
    }

    /** Writes what was compiled into a folder. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : outcome.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Loads what was compiled. */
    public Loaded load() {
        return new Loaded(outcome.files());
    }

    private static String describe(Message message) {
        Matcher code = CODE.matcher(message.text());
        String problem = (code.find() ? code.group(1) : message.text()) + " " + message.kind();
        return message.path().isEmpty()
                ? problem
                : problem + " at " + message.file() + ":" + message.line() + ":" + message.column();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
