package dev.dataflow.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

class NodesOptionTest {

    @Test
    void kindsLeftOutHaveNeitherClassesNorMethods() {
        Compiled compiled = Models.inShop(
                        "@Model(nodes = {dev.dataflow.model.NodeKind.LIST, dev.dataflow.model.NodeKind.CREATE})"
                                + " public record Event(Long id, String name) {}",
                        "@Model(nodes = dev.dataflow.model.NodeKind.COUNT) public record One(Long id) {}",
                        "@Model(nodes = {}) public record All(Long id) {}")
                .compileClean();

        assertThat(compiled.texts().keySet())
                .contains("shop/EventCreateNode.java", "shop/EventListNode.java", "shop/EventPatch.java")
                .doesNotContain("shop/EventReadNode.java", "shop/OneCreateNode.java");
        assertThat(compiled.file("shop/EventNodes.java").split("class EventMetadata")[0])
                .contains("Event create(", "Page<Event> list(", "case \"CREATE\" -> new EventCreateNode(scope)")
                .contains("default -> throw ModelNode.leftOut(EventMetadata.INSTANCE, kind)")
                .doesNotContain("read(", "update(", "delete(", "bulk", "upsert", "count(");
        assertThat(compiled.file("META-INF/dataflow/models/shop.Event.json"))
                .containsPattern("\"nodes\": \\[\\s*\"CREATE\",\\s*\"LIST\"\\s*\\]");
        assertThat(compiled.file("shop/AllNodes.java")).contains("case \"BULK_UPSERT\"", "IllegalArgumentException");
    }

    @Test
    void aSchemaIsNamedByTheTableAndTheDescriptor() {
        Compiled compiled = Models.inShop("@Model(schema = \"ar\\\"chive\") public record Event(Long id) {}")
                .compileClean();

        assertThat(compiled.file("shop/EventTable.java")).contains("super(\"ar\\\"chive\", \"events\");");
        assertThat(compiled.file("META-INF/dataflow/models/shop.Event.json")).contains("\"schema\": \"ar\\\"chive\"");
    }

    @Test
    void nestedModelsAreNamedAfterAllTheirTypes() {
        Compiled compiled = Models.inShop(
                        "public class Outer { public interface Middle {"
                                + " @Model class Item { Long id; @References(Plain.class) long plainId; } }"
                                + " @Model protected record Plain(Long id, @References(Middle.Item.class) @Nullable Long itemId) {} }",
                        "@Model public record Top(Long id, @References(Outer.Plain.class) long plainId) {}")
                .compileClean();

        assertThat(compiled.texts().keySet())
                .contains(
                        "shop/Outer_Middle_ItemCreateNode.java",
                        "META-INF/dataflow/models/shop.Outer.Middle.Item.json");
        assertThat(compiled.file("META-INF/dataflow/models/shop.Outer.Plain.json"))
                .contains("\"table\": \"outer_plains\"", "\"target\": \"shop.Outer.Middle.Item\"");
        String module = compiled.texts().entrySet().stream()
                .filter(file -> file.getKey().startsWith("shop/Models_"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(module)
                .contains("case \"shop.Outer.Middle.Item\" -> \"shop.Outer_Middle_Item\"", "default -> model")
                .doesNotContain("case \"shop.Top\" -> \"shop.Top\"");
    }
}
