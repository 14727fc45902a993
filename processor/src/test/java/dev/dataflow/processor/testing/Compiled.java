package dev.dataflow.processor.testing;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What a compile gave. */
public final class Compiled {

    private static final Pattern CODE = Pattern.compile("\\[(VAL-\\d{3})]");

    private final Compilation compilation;

    Compiled(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Whether there was no error. */
    public boolean succeeded() {
        return compilation.status() == Compilation.Status.SUCCESS;
    }

    /** Errors and warnings: ours as {@code VAL-005 ERROR at Order.java:3:12}, others with the compiler's text. */
    public List<String> diagnostics() {
        return raw().stream().map(Compiled::describe).toList();
    }

    /** The errors and warnings in files whose path holds a text. */
    public List<String> byFile(String path) {
        return raw().stream()
                .filter(diagnostic -> diagnostic.getSource() != null)
                .filter(diagnostic -> diagnostic.getSource().getName().contains(path))
                .map(Compiled::describe)
                .toList();
    }

    /** The messages of errors and warnings. */
    public List<String> messages() {
        return raw().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
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
        return find(path).orElseThrow(() -> new AssertionError("no " + path + " in " + paths()));
    }

    /** A generated file, if there is one. */
    public Optional<String> find(String path) {
        return compilation.generatedFiles().stream()
                .filter(file -> path(file).equals(path))
                .map(file -> new String(bytes(file), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** All generated sources and resources, by path. */
    public Map<String, String> texts() {
        return compilation.generatedFiles().stream()
                .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(
                        Compiled::path,
                        file -> new String(bytes(file), StandardCharsets.UTF_8),
                        (first, second) -> second,
                        TreeMap::new));
    }

    /** The sizes of all classes, by path. */
    public Map<String, Integer> classSizes() {
        return compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(
                        Compiled::path, file -> bytes(file).length, (first, second) -> second, TreeMap::new));
    }

    /** Loads what was compiled. */
    public Loaded load() {
        Map<String, byte[]> classes = compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(
                        file -> path(file).replace(".class", "").replace('/', '.'), Compiled::bytes));
        return new Loaded(classes);
    }

    private List<Diagnostic<? extends JavaFileObject>> raw() {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.OTHER)
                .toList();
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        Matcher code = CODE.matcher(message);
        String name = code.find() ? code.group(1) : message;
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "ERROR" : "WARNING";
        JavaFileObject source = diagnostic.getSource();
        if (source == null) {
            return name + " " + kind;
        }
        String file = source.getName().substring(source.getName().lastIndexOf('/') + 1);
        return name + " " + kind + " at " + file + ":" + diagnostic.getLineNumber() + ":"
                + diagnostic.getColumnNumber();
    }

    private List<String> paths() {
        return compilation.generatedFiles().stream()
                .map(Compiled::path)
                .sorted()
                .toList();
    }

    private static String path(JavaFileObject file) {
        return file.toUri().getPath().replaceFirst("^/(CLASS_OUTPUT|SOURCE_OUTPUT)/", "");
    }

    private static byte[] bytes(JavaFileObject file) {
        try (var stream = file.openInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
