package dev.dataflow.processor.emit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The compiler's output folder. */
public final class Output {

    /** What generated code uses of java.lang; a class of the package that has such a name would be taken instead. */
    private static final Set<String> LANGUAGE = Set.of(
            "Boolean",
            "Byte",
            "Double",
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterable",
            "Long",
            "Object",
            "Override",
            "Short",
            "String");

    private final Filer filer;
    private final Elements elements;
    private final Map<String, Boolean> hiding = new HashMap<>();

    /** Writes through a filer. */
    public Output(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /**
     * Writes a source file.
     *
     * @param file the file
     * @param origin the elements it is made from
     * @return false when the source has a class of that name already
     */
    public boolean source(SourceText file, Element... origin) {
        Optional<Runnable> content = create(file, origin);
        content.ifPresent(Runnable::run);
        return content.isPresent();
    }

    /**
     * Creates a source file, which is empty until its content is written: on any thread where {@link #writesAnywhere}.
     *
     * @param file the file
     * @param origin the elements it is made from
     * @return what writes it; empty when the source has a class of that name already
     */
    public Optional<Runnable> create(SourceText file, Element... origin) {
        try {
            JavaFileObject created = filer.createSourceFile(prefix(file.packageName()) + file.name(), origin);
            return Optional.of(() -> write(created, file.text()));
        } catch (FilerException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether content may be written by another thread than the compiler's. javac keeps what is closed in synchronised sets
     * for that; others are not known to, and Eclipse's would wait for a workspace that the compiler's thread holds.
     */
    public boolean writesAnywhere() {
        return filer.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    private static void write(JavaFileObject file, String text) {
        try (Writer writer = file.openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file of a package must import what it names of {@code java.lang}, since classes there have such names. */
    public boolean importsLanguage(String packageName) {
        // javac looks through all modules for a name that nobody has, so each package is asked only once
        return hiding.computeIfAbsent(prefix(packageName), this::hidesLanguage);
    }

    private static String prefix(String packageName) {
        return packageName.isEmpty() ? "" : packageName + ".";
    }

    private boolean hidesLanguage(String prefix) {
        return LANGUAGE.stream().anyMatch(name -> elements.getTypeElement(prefix + name) != null);
    }

    /**
     * Writes a resource.
     *
     * @param path its path
     * @param text what it holds
     * @param origin the elements it is made from
     */
    public void resource(String path, String text, Element... origin) {
        try (OutputStream stream = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                .openOutputStream()) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a resource written by an earlier compile; empty when there is none. */
    public List<String> lines(String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    private Optional<String> text(String path) {
        try {
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path);
            try (Reader reader = file.openReader(true)) {
                StringWriter text = new StringWriter();
                reader.transferTo(text);
                return Optional.of(text.toString());
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
