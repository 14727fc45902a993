package dev.dataflow.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.dataflow.processor.ModelProcessor;
import dev.dataflow.processor.RegistryProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Sources of models and the way they are compiled: as strictly as a user could, with both processors. */
public final class Models {

    private static final String IMPORTS = "import dev.dataflow.annotations.*; import java.math.*; import java.time.*;"
            + " import java.util.*; import org.jspecify.annotations.Nullable; ";

    private final List<MarkedSource> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing,-classfile", "-parameters"));
    private final List<Processor> processors = new ArrayList<>();

    private Models(List<String> sources) {
        sources.forEach(source -> this.sources.add(MarkedSource.of(source)));
    }

    /** Whole files, in which {@code «VAL-005»} marks where a problem is expected. */
    public static Models of(String... sources) {
        return new Models(List.of(sources));
    }

    /** Types of package {@code shop}, with all imports models need, on the first line. */
    public static Models inShop(String... types) {
        return new Models(Stream.of(types).map(Models::shop).toList());
    }

    private static String shop(String type) {
        return "package shop; " + IMPORTS + "\n" + type;
    }

    /** Adds compiler options. */
    public Models with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds a processor. */
    public Models with(Processor processor) {
        processors.add(processor);
        return this;
    }

    /** Compiles. */
    public Compiled compile() {
        List<Processor> all = new ArrayList<>(List.of(new ModelProcessor(), new RegistryProcessor()));
        all.addAll(processors);
        List<JavaFileObject> files = sources.stream()
                .map(source -> JavaFileObjects.forSourceString(source.name(), source.text()))
                .toList();
        Compilation compilation = Compiler.javac()
                .withProcessors(all)
                .withOptions(List.copyOf(options))
                .compile(files);
        return new Compiled(compilation);
    }

    /** Compiles what must compile without a warning. */
    public Compiled compileClean() {
        Compiled compiled = compile();
        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.succeeded()).isTrue();
        return compiled;
    }

    /** Compiles, and checks that the problems marked in the sources are reported, there, and nothing else. */
    public Compiled compileMarked() {
        Compiled compiled = compile();
        List<String> expected =
                sources.stream().flatMap(source -> source.expected().stream()).toList();
        assertThat(compiled.diagnostics()).containsExactlyInAnyOrderElementsOf(expected);
        return compiled;
    }
}
