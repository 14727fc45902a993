package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class NameChecksTest {

    @Test
    @Covers({
        ModelProblem.NAME_IN_MAPS,
        ModelProblem.COLUMN_IN_MAPS,
        ModelProblem.DOLLAR_NAME,
        ModelProblem.COLUMN_TWICE,
        ModelProblem.NAME_OF_COLUMN
    })
    void namesTheApiNeeds() {
        Models.inShop("""
                        @Model
                        public record A(
                            Long id,
                            boolean «VAL-006»found,
                            boolean «VAL-006»updated,
                            boolean «VAL-006»deleted,
                            String «VAL-006»record,
                            boolean «VAL-006»created,
                            String «VAL-006»action,
                            int «VAL-006»$cost,
                            String firstName,
                            @Column(«VAL-006»"FIRST_NAME") String name) {}
                        """, """
                        @Model
                        public record B(
                            Long id,
                            @Column(«VAL-006»"record") String entry,
                            @Column("alias") String name,
                            @Column("other") String «VAL-006»alias,
                            String someName,
                            String «VAL-006»«VAL-007 warning»some_name) {}
                        """).compileMarked();
    }

    @Test
    @Covers(ModelProblem.OFFSET_COLUMN)
    void theColumnOfAnOffsetNeedsAName() {
        String long57 = "a".repeat(57);
        Models.inShop(
                        "@Model public record A(Long id, OffsetDateTime «VAL-035»at, int atOffset) {}",
                        "@Model public record B(Long id, @Column(«VAL-035»\"at\") OffsetDateTime time,"
                                + " @Column(\"AT_OFFSET\") int other) {}",
                        "@Model public record C(Long id, OffsetDateTime at, @Column(\"other\") int atOffset) {}",
                        "@Model public record D(Long id, OffsetDateTime «VAL-015»" + long57 + ", Instant b" + long57
                                + ") {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.NAME_OF_METHOD)
    void namesOfMethodsThatEveryObjectHas() {
        Models.inShop("""
                        @Model
                        public class A {
                            @Id int «VAL-006»hashCode;
                            @Id String «VAL-006»toString;
                            String getClass;
                            long «VAL-006»wait;
                            @Json Object «VAL-006»equals;
                        }
                        """, "@Model public record B(Long id, @Json Object «VAL-006»equals) {}")
                .compileMarked();
        Models.inShop(
                        "@Model public class C { Long id; String hashCode; String toString; Long wait; boolean equals;"
                                + " int getClass; String notify; String notifyAll; String clone; String finalize; }",
                        "@Model @SuppressWarnings(\"VAL-003\") public class D { @Id long wait; boolean equals; }")
                .compileClean()
                .load()
                .metadata("shop.C");
    }

    @Test
    @Covers(ModelProblem.CLASS_EXISTS)
    void aGeneratedClassMayNotReplaceOneInTheSource() {
        Models.inShop("@Model public «VAL-006»record Order(Long id) {}", "public class OrderTable {}")
                .compileMarkedAmongOthers();
    }

    @Test
    @Covers({ModelProblem.TYPE_NAMING, ModelProblem.COMPONENT_NAMING})
    void namingConventions() {
        Models.inShop("""
                        @Model
                        public «VAL-007 warning»record line_item(Long id, String «VAL-007 warning»Name,
                            String «VAL-007 warning»first_name, @SuppressWarnings("VAL-007") String last_name) {}
                        """, "@Model @SuppressWarnings(\"VAL-007\") public record quiet(Long id, String Name) {}")
                .compileMarked();
    }

    @Test
    @Covers({ModelProblem.NAME_LENGTH, ModelProblem.NAME_FORM})
    void namesInTheDatabase() {
        String long64 = "a".repeat(64);
        String umlauts = "ä".repeat(32);
        Models.inShop(
                        "@Model(table = «VAL-015»\"" + long64 + "\") public record A(Long id) {}",
                        "@Model(table = «VAL-015»\" orders\") public record B(Long id) {}",
                        "@Model(schema = «VAL-015»\"" + long64 + "\") public record S(Long id) {}",
                        "@Model(schema = «VAL-015»\" s\") public record S2(Long id) {}",
                        "@Model public record C(Long id, String «VAL-015»" + long64 + ", @Column(«VAL-015»\"" + umlauts
                                + "\") String x, @Column(«VAL-015»\"a\\tb\") String y,"
                                + " @Unique(name = «VAL-015»\"" + long64 + "\") String z) {}",
                        "@Model @Index(fields = \"x\", name = «VAL-015»\"b" + long64
                                + "\") public record D(Long id, String x) {}",
                        "@Model public «VAL-015»record T" + long64 + "(Long id) {}")
                .compileMarked();
    }
}
