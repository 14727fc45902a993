package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The map face of every node has the shapes of the contract. */
class MapFaceTest extends EngineSuite {

    MapFaceTest(TestDatabase database) {
        super(database);
    }

    private Map<String, Object> run(String node, Map<String, ?> input) {
        return df.node(node).run(input);
    }

    @Test
    void aRowsLife() {
        long customer = customer();
        Map<String, Object> created =
                run("OrderCreateNode", Map.of("customerId", customer, "total", 5, "number", "A", "status", "PAID"));
        Object id = created.get("id");
        assertThat(created)
                .containsOnlyKeys(
                        "id", "customer_id", "total", "status", "number", "placed_at", "created_at", "updated_at")
                .containsEntry("customer_id", customer)
                .containsEntry("status", "PAID")
                .containsEntry("total", new BigDecimal("5.0000000000"))
                .containsEntry("placed_at", null);

        Map<String, Object> read = run("OrderReadNode", Map.of("id", id));
        assertThat(read).containsEntry("found", true).containsAllEntriesOf(created);

        Map<String, Object> fields = new HashMap<>();
        fields.put("placed_at", "2026-01-31T12:00:00Z");
        fields.put("total", "7.5");
        Map<String, Object> updated = run("OrderUpdateNode", Map.of("filter", Map.of("id", id), "fields", fields));
        assertThat(updated)
                .containsEntry("updated", true)
                .containsEntry("total", new BigDecimal("7.5000000000"))
                .containsEntry("placed_at", java.time.Instant.parse("2026-01-31T12:00:00Z"));

        assertThat(run("OrderDeleteNode", Map.of("id", id))).isEqualTo(Map.of("id", id, "deleted", true));
        assertThat(run("OrderDeleteNode", Map.of("id", id))).isEqualTo(Map.of("id", id, "deleted", false));
        assertThat(run("OrderCountNode", Map.of())).isEqualTo(Map.of("count", 0L));
    }

    @Test
    void lists() {
        long customer = customer();
        for (int i = 0; i < 5; i++) {
            run(
                    "OrderCreateNode",
                    Map.of("customer_id", customer, "total", i % 2, "number", "N" + i, "status", "PENDING"));
        }
        Map<String, Object> page = run(
                "OrderListNode",
                Map.of("sort", List.of(Map.of("total", -1), "number"), "limit", 2, "offset", 1, "with_total", true));
        assertThat(page).containsEntry("count", 2).containsEntry("total", 5L).containsEntry("limit", 2);
        assertThat(numbers(page)).containsExactly("N3", "N0");
        assertThat(numbers(run("OrderListNode", Map.of("order_by", "-number", "limit", 1))))
                .containsExactly("N4");
        assertThat(numbers(run("OrderListNode", Map.of("filter", Map.of("total", 1, "status", "PENDING")))))
                .containsExactly("N1", "N3");
        Map<String, Object> notPlaced = new HashMap<>();
        notPlaced.put("placed_at", null);
        assertThat(run("OrderCountNode", Map.of("filter", notPlaced))).containsEntry("count", 5L);
        assertThatThrownBy(() -> run("OrderListNode", Map.of("sort", "number", "order_by", "number")))
                .hasMessageContaining("DF-107");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> numbers(Map<String, Object> page) {
        return ((List<Map<String, Object>>) page.get("records"))
                .stream().map(row -> row.get("number")).toList();
    }

    @Test
    void upserts() {
        long customer = customer();
        Map<String, Object> input = Map.of(
                "where", Map.of("number", "U"),
                "create", Map.of("customer_id", customer, "total", 1),
                "update", Map.of("total", 2));
        assertThat(run("OrderUpsertNode", input)).containsEntry("created", true).containsEntry("action", "created");
        Map<String, Object> again = run("OrderUpsertNode", input);
        assertThat(again).containsEntry("created", false).containsEntry("action", "updated");
        assertThat((Map<?, ?>) again.get("record")).extracting("total").isEqualTo(new BigDecimal("2.0000000000"));
        assertThatThrownBy(() -> run(
                        "OrderUpsertNode",
                        Map.of("where", Map.of("number", "U"), "create", Map.of("number", "V", "customer_id", 1))))
                .hasMessageContaining("DF-107");
    }

    @Test
    void bulk() {
        long customer = customer();
        Map<String, Object> created = run(
                "OrderBulkCreateNode",
                Map.of(
                        "data",
                        List.of(
                                Map.of("customer_id", customer, "total", 1, "number", "A"),
                                Map.of("customer_id", customer, "total", 2, "number", "B")),
                        "return_ids",
                        true));
        assertThat(created)
                .containsEntry("processed", 2L)
                .containsEntry("inserted", 2L)
                .containsEntry("failed", 0L)
                .containsEntry("errors", List.of());
        List<?> ids = (List<?>) created.get("ids");
        assertThat(ids).hasSize(2);

        assertThat(run(
                        "OrderBulkUpdateNode",
                        Map.of(
                                "data",
                                List.of(
                                        Map.of("id", ids.get(0), "total", 10),
                                        Map.of("id", ids.get(1), "status", "PAID", "total", 20)))))
                .isEqualTo(Map.of("processed", 2L, "updated", 2L, "failed", 0L, "errors", List.of()));
        assertThat(run("OrderBulkUpdateNode", Map.of("filter", Map.of("status", "PAID"), "update", Map.of("total", 0))))
                .containsEntry("updated", 1L);
        assertThat(run("OrderBulkDeleteNode", Map.of("filter", Map.of(), "confirmed", true, "limit", 1)))
                .isEqualTo(Map.of("processed", 1L, "deleted", 1L));
        assertThat(run("OrderReadNode", Map.of("id", ids.get(1)))).containsEntry("status", "PAID");
        assertThatThrownBy(() -> run(
                        "OrderBulkCreateNode",
                        Map.of(
                                "data",
                                Arrays.asList(Map.of("customer_id", customer, "total", 1, "number", "x"), null))))
                .hasMessageContaining("data[1]");
    }
}
