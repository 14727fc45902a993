package dev.dataflow.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.CompilerUnderTest;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real Lombok, before and after this project's processors. */
class LombokTest {

    private static final String[] MODELS = {
        "@Model @lombok.Data public class Mutable { private Long id; private boolean isOpen; private Boolean big;"
                + " private String aName; @lombok.Getter(lombok.AccessLevel.PACKAGE) private int count; }",
        "@Model @lombok.Value public class Immutable { Long id; String name; @lombok.experimental.NonFinal int count; }",
        "@Model @lombok.Data public class Required { private final Long id; private final String name; }",
        "@Model @lombok.Data @lombok.Builder public class Built { private Long id; @Column(\"n\") private String name; }",
        "@Model @lombok.Getter @lombok.AllArgsConstructor public class All { private Long id; private String name; }",
        "@Model @lombok.Getter @lombok.Setter @lombok.experimental.Accessors(fluent = true, chain = true)"
                + " public class Fluent { private Long id; private boolean open; }",
        "@Model @lombok.Data @lombok.EqualsAndHashCode(callSuper = false) public class Inherits extends Base { private String name; }",
        "@lombok.Getter @lombok.Setter public abstract class Base { private Long id; }",
        "@Model @lombok.Getter @lombok.RequiredArgsConstructor @lombok.experimental.FieldDefaults(makeFinal = true,"
                + " level = lombok.AccessLevel.PRIVATE) public class Defaults { Long id; String name; }",
    };

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beansAreKnownByTheirAnnotations(boolean first) {
        assumeFalse(CompilerUnderTest.isEcj(), "with ecj Lombok is an agent, not a processor");

        Compiled compiled = compile(first, MODELS);

        assertThat(compiled.diagnostics()).isEmpty();
        var loaded = compiled.load();
        assertValues(loaded.metadata("shop.Mutable"), 1L, true, false, "a", 7);
        assertValues(loaded.metadata("shop.Immutable"), 1L, "a", 7);
        assertValues(loaded.metadata("shop.Required"), 1L, "a");
        assertValues(loaded.metadata("shop.Built"), 1L, "a");
        assertValues(loaded.metadata("shop.All"), 1L, "a");
        assertValues(loaded.metadata("shop.Fluent"), 1L, true);
        assertValues(loaded.metadata("shop.Inherits"), 1L, "a");
        assertValues(loaded.metadata("shop.Defaults"), 1L, "a");
    }

    private static void assertValues(ModelMetadata<Object, Object, ?, ?> model, Object... values) {
        Object made = model.fromValues(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(model.value(made, i)).isEqualTo(values[i]);
        }
    }

    @Test
    @Covers({ModelProblem.ONLY_BUILDER, ModelProblem.UNREADABLE, ModelProblem.UNWRITABLE})
    void whatLombokDoesNotMakeIsMissed() {
        Models.inShop(
                        "@Model @lombok.Builder public «VAL-028»class A { private Long id; private String name; }",
                        "@Model @lombok.Data public class B { private Long id;"
                                + " @lombok.Getter(lombok.AccessLevel.NONE) private String «VAL-023»name;"
                                + " @lombok.Setter(lombok.AccessLevel.PRIVATE) private String «VAL-024»title; }",
                        "@Model @lombok.Value(staticConstructor = \"of\") public «VAL-022»class C { Long id; }")
                .compileMarkedAmongOthers();
    }

    private static Compiled compile(boolean first, String... models) {
        Processor lombok = ServiceLoader.load(Processor.class).stream()
                .filter(provider ->
                        provider.type().getName().equals("lombok.launch.AnnotationProcessorHider$AnnotationProcessor"))
                .findFirst()
                .orElseThrow()
                .get();
        Models sources = Models.inShop(models);
        return (first ? sources.withFirst(lombok) : sources.with(lombok)).compile();
    }
}
