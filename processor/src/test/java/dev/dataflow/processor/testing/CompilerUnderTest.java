package dev.dataflow.processor.testing;

import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compiler that the tests run: {@code -Dprocessor.compiler=javac}, as by default, or {@code ecj}. */
public enum CompilerUnderTest {
    /** The JDK's own. */
    JAVAC {
        @Override
        public JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }

        @Override
        public List<String> options(List<String> options) {
            return options;
        }

        @Override
        Outcome compile(List<MarkedSource> sources, List<String> options, List<Processor> processors) {
            return InMemory.compile(sources, options, processors);
        }
    },
    /** Eclipse's. */
    ECJ {
        @Override
        public JavaCompiler tool() {
            return new EclipseCompiler();
        }

        @Override
        public List<String> options(List<String> options) {
            return EclipseOptions.of(options);
        }

        @Override
        Outcome compile(List<MarkedSource> sources, List<String> options, List<Processor> processors) {
            return InFolder.compile(this, sources, options, processors);
        }
    };

    private static final CompilerUnderTest CHOSEN = choose();

    /** The one chosen for this run. */
    public static CompilerUnderTest chosen() {
        return CHOSEN;
    }

    /** Whether this run's is ecj. */
    public static boolean isEcj() {
        return CHOSEN == ECJ;
    }

    private static CompilerUnderTest choose() {
        CompilerUnderTest compiler =
                valueOf(System.getProperty("processor.compiler", "javac").toUpperCase(Locale.ROOT));
        System.out.println("processor tests compile with " + compiler + " on JDK " + Runtime.version() + ", "
                + compiler.tool().getClass().getName());
        return compiler;
    }

    /** The compiler itself. */
    public abstract JavaCompiler tool();

    /** Options of javac as this compiler writes them; what it does not know is left out. */
    public abstract List<String> options(List<String> options);

    /** Compiles sources. */
    abstract Outcome compile(List<MarkedSource> sources, List<String> options, List<Processor> processors);
}
