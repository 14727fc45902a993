package dev.dataflow.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.ModelProcessor;
import dev.dataflow.processor.RegistryProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/** Sources of models and the way they are compiled: as strictly as a user could, with both processors. */
public final class Models {

    private static final String IMPORTS = "import dev.dataflow.annotations.*; import java.math.*; import java.time.*;"
            + " import java.util.*; import org.jspecify.annotations.Nullable; ";

    /** javac leaves the rest out, and says nothing. */
    static final String MOST_ERRORS = "10000";

    private final List<MarkedSource> sources = new ArrayList<>();
    private final List<String> options =
            new ArrayList<>(List.of("-Xlint:all,-processing", "-parameters", "-Xmaxerrs", MOST_ERRORS));
    private final List<Processor> first = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>();
    private boolean alone;
    private boolean inFolder;

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

    /** Runs this processor instead of both. */
    public Models withOnly(Processor processor) {
        alone = true;
        return with(processor);
    }

    /** Compiles in a folder, as a module needs. */
    public Models inFolder() {
        inFolder = true;
        return this;
    }

    /** Adds a processor. */
    public Models with(Processor processor) {
        processors.add(processor);
        return this;
    }

    /** Adds a processor that runs before this project's. */
    public Models withFirst(Processor processor) {
        first.add(processor);
        return this;
    }

    /** Compiles. */
    public Compiled compile() {
        List<Processor> all = new ArrayList<>(first);
        all.addAll(alone ? List.of() : List.of(new ModelProcessor(), new RegistryProcessor()));
        all.addAll(processors);
        CompilerUnderTest compiler = CompilerUnderTest.chosen();
        return new Compiled(
                inFolder
                        ? InFolder.compile(compiler, sources, List.copyOf(options), all)
                        : compiler.compile(sources, List.copyOf(options), all));
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
        if (CompilerUnderTest.isEcj()) {
            // it goes on after errors of processors, and has more to say of skeletons
            return compileMarkedAmongOthers();
        }
        Compiled compiled = compile();
        return check(compiled, compiled.diagnostics());
    }

    /** The same, where the compiler has errors of its own, which differ. */
    public Compiled compileMarkedAmongOthers() {
        Compiled compiled = compile();
        return check(
                compiled,
                compiled.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.startsWith("VAL-"))
                        .toList());
    }

    private Compiled check(Compiled compiled, List<String> diagnostics) {
        List<Expectation> expected =
                sources.stream().flatMap(source -> source.expected().stream()).toList();
        assertThat(Expectation.recognise(diagnostics, expected))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Expectation::toString).toList());
        return compiled;
    }
}
