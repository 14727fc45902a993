package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import store.Category;
import store.Client;
import store.Line;
import store.Purchase;
import store.PurchaseNodes;

/** Relations that cannot be followed are refused before any statement, each with what to do. */
class RelationMistakesTest extends StoreSuite {

    RelationMistakesTest(TestDatabase database) {
        super(database);
    }

    private static void include(ErrorCode code, String node, String path, String... texts) {
        assertThat(refused(code, () -> df.node(node).run(Map.of("include", path))))
                .contains(texts);
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        include(ErrorCode.NAME_UNKNOWN, "PurchaseListNode", "cleint", "write `client`");
        include(ErrorCode.NAME_UNKNOWN, "PurchaseListNode", "line", "write `lines`");
        include(ErrorCode.NAME_UNKNOWN, "PurchaseListNode", "lines.prodct", "`lines.prodct`", "write `product`");
        include(ErrorCode.NAME_UNKNOWN, "PurchaseListNode", "client_id", "billing_address");
        for (String path : List.of("", ".", "client.", ".client", "client..purchases")) {
            include(ErrorCode.NAME_UNKNOWN, "PurchaseListNode", path, "is no relation of store.");
        }
        refused(ErrorCode.TYPE_MISMATCH, () -> df.node("PurchaseListNode").run(Map.of("include", 5)));
        record Misspelt(Long id, Client cleint) {}
        assertThat(refused(ErrorCode.NAME_UNKNOWN, () -> purchases.list(q -> {}, Misspelt.class)))
                .contains("`cleint`", "write `client`");
    }

    @Test
    void aRelationNamedAsAColumnIsNotIncludedInMapsThatHoldBoth() {
        include(ErrorCode.RELATION_INVALID, "LineListNode", "product", "@Column(\"product_id\")");
        product("pen");
        Purchase purchase = purchase(client("Ann"), address("Bath"), null, "1.00");
        line(purchase, "pen", 1);
        Map<String, Object> page =
                df.node("LineListNode").run(Map.of("fields", List.of("quantity"), "include", "product"));
        assertThat((Map<?, ?>) records(page).get(0).get("product"))
                .extracting("title")
                .isEqualTo("The pen");
    }

    @Test
    void relationsAreFollowedTwentyLevelsDeep() {
        Category root = categories.create(d -> d.name("root"));
        STATEMENTS.clear();
        String twenty = String.join(".", Collections.nCopies(20, "children"));
        df.node("CategoryReadNode").run(Map.of("id", root.id(), "include", twenty));
        STATEMENTS.clear();
        include(ErrorCode.RELATION_INVALID, "CategoryListNode", twenty + ".children", "20 levels");
    }

    record Endless(String name, List<Endless> children) {}

    record Mutual(List<MutualLine> lines) {}

    record MutualLine(Mutual purchase) {}

    @Test
    void recordsThatHoldThemselvesAreRefused() {
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> categories.list(q -> {}, Endless.class)))
                .contains("Endless holds itself");
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, Mutual.class)))
                .contains("Mutual holds itself");
    }

    record OneOfMany(Line lines) {}

    record ManyOfOne(List<Client> client) {}

    record SetOfMany(Set<Line> lines) {}

    record RawList(@SuppressWarnings("rawtypes") List lines) {}

    record RawOptional(@SuppressWarnings("rawtypes") Optional client) {}

    record NoRow(String client) {}

    record ListOfIds(List<Long> lines) {}

    @Test
    void componentsThatCannotHoldARelationAreRefused() {
        for (Class<?> wrong : List.of(
                OneOfMany.class,
                ManyOfOne.class,
                SetOfMany.class,
                RawList.class,
                RawOptional.class,
                NoRow.class,
                ListOfIds.class)) {
            refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, wrong));
        }
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, SetOfMany.class)))
                .contains("declare it as List<Line>");
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, ManyOfOne.class)))
                .contains("declare it as Client or Optional<Client>");
    }

    @Test
    void relationsToModelsTheInstanceLacksAreRefused() {
        try (DataFlow some = DataFlow.builder()
                .url(database.url())
                .models(Purchase.class)
                .existingSchema(true)
                .build()) {
            record View(Client client) {}
            assertThatThrownBy(() -> PurchaseNodes.on(some).list(q -> {}, View.class))
                    .hasMessageContaining("[DF-118]")
                    .hasMessageContaining("store.Client is not among its models");
            // the lines' model is not known, and so neither is the way to it
            assertThatThrownBy(() -> some.node("PurchaseListNode").run(Map.of("include", "lines")))
                    .hasMessageContaining("[DF-106]");
        }
    }
}
