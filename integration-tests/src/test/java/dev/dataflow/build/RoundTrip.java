package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.node.ModelNodes;
import dev.dataflow.node.NodeScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of a model, written, read, found and changed by every node, with maps and typed. */
final class RoundTrip {

    private final DataFlow df;
    private final ClassLoader loader;
    private final RandomModel model;

    RoundTrip(DataFlow df, ClassLoader loader, RandomModel model) {
        this.df = df;
        this.loader = loader;
        this.model = model;
    }

    void run() throws Exception {
        withMaps();
        typed();
    }

    void withMaps() {
        Map<String, Object> row = new LinkedHashMap<>(model.key());
        row.putAll(model.values());
        Map<String, Object> created = node("Create", row);
        assertThat(created.values()).containsAll(row.values());
        Object id = model.key().isEmpty() ? created.get("id") : model.key();
        Map<String, Object> expected = new LinkedHashMap<>(created);
        expected.put("found", true);
        assertThat(node("Read", Map.of("id", id))).isEqualTo(expected);
        assertThat(node("Update", Map.of("filter", Map.of("id", id), "fields", model.values())))
                .containsEntry("updated", true);
        List<String> sort = model.values().keySet().stream()
                .filter(name -> !model.unsorted().contains(name))
                .toList();
        assertThat(node("List", Map.of("filter", row, "sort", sort))).containsEntry("count", 1);
        if (!model.key().isEmpty()) {
            assertThat(node("Upsert", Map.of("where", model.key(), "create", model.values())))
                    .containsEntry("action", "updated");
            assertThat(node("BulkUpsert", Map.of("data", List.of(row)))).containsEntry("updated", 1L);
        }
        assertThat(node("BulkUpdate", Map.of("filter", row, "update", model.values())))
                .containsEntry("updated", 1L);
        assertThat(node("Delete", Map.of("id", id))).containsEntry("deleted", true);
        assertThat(node("BulkCreate", Map.of("data", List.of(row)))).containsEntry("inserted", 1L);
        assertThat(node("Count", Map.of("filter", row))).containsEntry("count", 1L);
    }

    /** The row that the nodes with maps left. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // only generated code knows the types
    private void typed() throws Exception {
        Class<?> type = Class.forName(model.qualified() + "Nodes", true, loader);
        ModelNodes nodes = (ModelNodes) type.getMethod("on", NodeScope.class).invoke(null, df);
        ModelMetadata metadata = (ModelMetadata) type.getMethod("metadata").invoke(null);
        Object row = nodes.list().records().get(0);
        Object key = metadata.keyOf(row);
        assertThat(nodes.readAll(List.of(key)).get(0))
                .usingRecursiveComparison()
                .isEqualTo(row);
        assertThat(nodes.modify(key, (found, patch) -> {}))
                .usingRecursiveComparison()
                .isEqualTo(row);
        assertThat(nodes.bulkUpdate(List.of(row)).updated()).isEqualTo(1);
        assertThat(nodes.delete(key)).isTrue();
        if (!model.key().isEmpty()) {
            assertThat(nodes.create(row)).usingRecursiveComparison().isEqualTo(row);
            assertThat(nodes.bulkUpsert(List.of(row)).updated()).isEqualTo(1);
            assertThat(nodes.delete(key)).isTrue();
        }
        assertThat(nodes.count()).isZero();
    }

    private Map<String, Object> node(String kind, Map<String, ?> input) {
        return df.node(model.qualified() + kind + "Node").run(input);
    }
}
