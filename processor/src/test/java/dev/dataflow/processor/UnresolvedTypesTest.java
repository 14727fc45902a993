package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.CompilerUnderTest;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class UnresolvedTypesTest {

    @Test
    void aModelWaitsForTypesOfOtherProcessors() {
        Compiled compiled = Models.inShop("""
                        @Model public record Order(
                            Long id, Status status, @Default(Status.FIRST) String first, @References(Second.class) long secondId) {}
                        """, "@Model public record Item(Long id) {}")
                .with(new TwoRounds())
                .compileClean();

        assertThat(compiled.file("shop/OrderTable.java")).contains("enumeration(Status.class, Status.values(), 255)");
        assertThat(compiled.file("META-INF/dataflow/models.index"))
                .matches("shop\\.Item \\S+\nshop\\.Order \\S+\nshop\\.Second \\S+\n");
        assertThat(compiled.file("META-INF/dataflow/models/shop.Order.json")).contains("\"defaultValue\": \"one\"");
    }

    @Test
    void aModelWaitsForSuperclassesOfOtherProcessors() {
        Compiled compiled = Models.inShop(
                        "@Model public class Order extends Late<Long> { int total; }",
                        "@Model public class Item extends Early<Integer> { Long id; }")
                .with(new TwoRounds())
                .compileClean();

        assertThat(compiled.file("shop/OrderTable.java"))
                .containsSubsequence("column(\"name\"", "identity(\"id\"", "column(\"rank\"", "column(\"total\"");
        assertThat(compiled.file("META-INF/dataflow/models/shop.Item.json")).contains("uk_items_name");
        compiled.load().metadata("shop.Order");
    }

    @Test
    @Covers(ModelProblem.UNRESOLVED)
    void whatStaysUnknownIsReported() {
        Compiled compiled =
                Models.inShop("""
                        @Model public record Order(Long id, Strin «VAL-021»name, List<Strin> «VAL-021»names,
                            Lst<String> «VAL-021»lst, Strin[] «VAL-021»array,
                            @References(Custmer«VAL-021».class) long custmerId, @Default(Missing«VAL-021».VALUE) String text) {}
                        """, "@Model public record Item(Long id) {}").compileMarkedAmongOthers();

        assertThat(compiled.succeeded()).isFalse();
        assertThat(compiled.messages())
                .anyMatch(message -> message.startsWith("[VAL-021] Strin is not known to the compiler"))
                // javac mixes up a generic type it does not know with its arguments
                .anyMatch(message ->
                        message.startsWith((CompilerUnderTest.isEcj() ? "[VAL-021] Lst" : "[VAL-021] the type of `lst`")
                                + " is not known to the compiler"))
                .anyMatch(message -> message.startsWith("[VAL-021] a value of @Default is not known to the compiler"));
    }

    /** Generates an enum and a superclass in the first round, that one's superclass and a model in the second. */
    @SupportedAnnotationTypes("*")
    private static final class TwoRounds extends AbstractProcessor {

        private int round;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            round++;
            if (round == 1) {
                write(
                        "shop.Status",
                        "package shop; public enum Status { A, B; public static final String FIRST = \"one\"; }");
                write(
                        "shop.Late",
                        "package shop; public class Late<K> extends Early<K> { private K id; public K getId() { return id; }"
                                + " public void setId(K id) { this.id = id; } protected K rank;"
                                + " public K getRank() { return rank; } }");
            } else if (round == 2) {
                write(
                        "shop.Early",
                        "package shop; public class Early<K> { @dev.dataflow.annotations.Unique String name; }");
                write("shop.Second", "package shop; @dev.dataflow.annotations.Model public record Second(long id) {}");
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
