package dev.dataflow.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class CrossModelChecksTest {

    @Test
    @Covers(ModelProblem.TARGET_NOT_MODEL)
    void aReferencePointsToAModel() {
        Compiled compiled = Models.inShop(
                        "@Model record Address(Long id) {}",
                        "@Model record User(Long id, @References(Adress«VAL-009».class) long addressId,"
                                + " @References(int«VAL-009».class) long numberId) {}",
                        "class Adress {}")
                .compileMarked();
        assertThat(compiled.messages().get(0)).isEqualTo("""
                        [VAL-009] the reference's target, Adress, is no @Model; did you mean `Address`?
                          why: a reference holds the key of another model's row; models in this build: Address, User
                          fix: reference a model, or annotate Adress with @Model""");
    }

    @Test
    @Covers(ModelProblem.REFERENCE_TYPE)
    void aReferenceIsOfTheTypeOfTheKey() {
        Models.inShop(
                        "@Model record Country(@Id String id) {}",
                        "@Model record City(long id, @References(Country.class) long «VAL-012»countryId) {}",
                        "@Model record House(Long id, @References(City.class) Long cityId,"
                                + " @References(City.class) @Nullable Long otherCityId,"
                                + " @References(City.class) int «VAL-012»thirdCityId) {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.REFERENCE_COMPOSITE)
    void aReferenceHoldsOneValue() {
        Compiled compiled = Models.inShop(
                        "@Model record Line(@Id long orderId, @Id int line) {}",
                        "@Model record Delivery(Long id, @References(Line«VAL-031».class) long lineId) {}",
                        "@Model record Part(@Id long number, @Id int part,"
                                + " @References(Part«VAL-031».class) @Nullable Long wholeNumber) {}")
                .compileMarked();
        assertThat(compiled.messages().get(0)).isEqualTo("""
                        [VAL-031] component `lineId` references Line, whose key has several parts
                          why: one component holds one value, and the key of Line is `orderId`, `line`
                          fix: remove @References and keep the parts as plain components, or give Line a single key and an @Index(unique = true) over these""");
    }

    @Test
    @Covers(ModelProblem.TABLE_TWICE)
    void eachModelHasItsOwnTable() {
        Models.inShop(
                        "@Model public «VAL-011»record Person(Long id) {}",
                        "@Model(table = «VAL-011»\"People\") public record Human(Long id) {}")
                .compileMarked();
    }

    @Test
    void tablesOfOneNameInTwoSchemasAreTwo() {
        Models.inShop(
                        "@Model(schema = \"a\") public record Person(Long id, @Unique(name = \"u\") int x) {}",
                        "@Model(table = \"people\") public record Human(Long id, @Unique(name = \"u\") int x) {}",
                        "@Model(table = \"people\", schema = \"b\") public record Man(Long id) {}")
                .compileClean();
        Models.inShop(
                        "@Model(schema = \"a\") public «VAL-011»record Person(Long id) {}",
                        "@Model(table = «VAL-011»\"people\", schema = \"A\") public record Human(Long id) {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.INDEX)
    void indexNamesAreOneOfAKind() {
        Models.inShop(
                        "@Model record A(Long id, @Unique(name = «VAL-017»\"u\") int x) {}",
                        "@Model @Index(fields = \"x\", name = «VAL-017»\"U\") record B(Long id, int x) {}")
                .compileMarked();
    }

    @Test
    @Covers(ModelProblem.CIRCULAR_REQUIREMENT)
    void noCircleOfRequiredReferences() {
        Compiled compiled = Models.inShop(
                        "@Model record Employee(Long id, «VAL-008»@References(Employee.class) long bossId) {}",
                        "@Model record B(Long id, «VAL-008»@References(C.class) long cId) {}",
                        "@Model record C(Long id, @References(D.class) long dId) {}",
                        "@Model record D(Long id, @References(B.class) long bId, @References(C.class) @Nullable Long cId) {}",
                        "@Model record Tree(Long id, @References(Tree.class) @Nullable Long parentId) {}")
                .compileMarked();
        assertThat(compiled.messages().get(0))
                .startsWith("[VAL-008] no row can be the first: B, C, D need each other\n");
        assertThat(compiled.messages().get(1))
                .startsWith("[VAL-008] no row can be the first: the rows of Employee need each other\n");
    }

    @Test
    @Covers(ModelProblem.RELATION_NAME)
    void theWayBackHasANameOfItsOwn() {
        Models.inShop(
                        "@Model record Customer(Long id, String orders) {}",
                        "@Model record A(Long id, @References(value = Customer.class, inverse = «VAL-018»\"orders\") long customerId) {}",
                        "@Model record B(Long id, @References(value = Customer.class, inverse = «VAL-018»\"bs\") long firstId,"
                                + " @References(value = Customer.class, inverse = «VAL-018»\"bs\") long secondId,"
                                + " @References(value = Customer.class, inverse = \"cs\") long thirdId) {}")
                .compileMarked();
    }
}
