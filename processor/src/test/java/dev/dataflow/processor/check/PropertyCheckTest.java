package dev.dataflow.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class PropertyCheckTest {

    @Test
    @Covers({ModelProblem.UNREADABLE, ModelProblem.UNWRITABLE})
    void eachPropertyIsReadAndWritten() {
        Models.inShop("""
                        @Model public class A {
                          Long id;
                          private String «VAL-023»«VAL-024»hidden;
                          private String «VAL-024»readOnly;
                          private String «VAL-023»writeOnly;
                          final String «VAL-024»fixed = null;
                          private String «VAL-023»wrong;
                          private String «VAL-024»failing;
                          transient String ignored;
                          static String shared;
                          public String getReadOnly() { return readOnly; }
                          public void setWriteOnly(String value) { writeOnly = value; }
                          public Optional<String> getWrong() { return Optional.of(wrong); }
                          public void setWrong(String value) { wrong = value; }
                          public String getFailing() { return failing; }
                          public void setFailing(String value) throws Exception { failing = value; }
                        }
                        """).compileMarked();
    }

    @Test
    @Covers({ModelProblem.NO_CONSTRUCTOR, ModelProblem.UNREADABLE})
    void aConstructorTakesNothingOrAll() {
        String message = Models.inShop("@Model public «VAL-022»class A { Long id; String name; A(Long id) {} }")
                .compileMarked()
                .messages()
                .get(0);
        assertThat(message).contains("by name and type: Long id, String name");
        Models.inShop(
                        "@Model public «VAL-022»class A { Long id; private A() {} }",
                        "@Model public «VAL-022»class B { Long id; String name; B(Long id, int name) {} }",
                        "@Model public «VAL-022»class C { Long id; C(Long id) throws Exception {} }",
                        "@Model public class D { final Long id; private final String «VAL-023»name;"
                                + " D(String name, Long id) { this.id = id; this.name = name; } }")
                .compileMarked();
    }

    @Test
    @Covers({ModelProblem.CONTRADICTION, ModelProblem.MISPLACED})
    void annotationsAgreeAndHaveAnEffect() {
        Models.inShop("""
                        @Model public class A implements HasName, Named {
                          Long id;
                          @Column("a") String text;
                          String name;
                          @Column(length = 5) String title;
                          «VAL-027»@Unique transient String ignored;
                          «VAL-027»@Column("s") static String shared;
                          «VAL-025»@Column("b") public String getText() { return text; }
                          public String getName() { return name; }
                          @Column(length = 5) public String getTitle() { return title; }
                          «VAL-027»@Column("c") public String computed() { return name; }
                        }
                        """, "interface HasName { @Column(length = 7) String getName(); }", """
                        interface Named extends HasName { @Column(length = 8) String getName(); }
                        """)
                .compileMarked();
        Models.inShop(
                        "@Model public record B(Long id, String «VAL-025»name) implements One, Two {}",
                        "interface One { @Column(\"one\") String name(); }",
                        "interface Two { @Column(\"two\") String name(); }",
                        "@Model public record C(Long id, @Column(\"c\") String name) implements One, Two {}")
                .compileMarked();
    }
}
