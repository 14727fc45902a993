package dev.dataflow.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.KeyDescriptor;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.testing.Models;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DescriptorTest {

    private static final Pattern KEY = Pattern.compile("(?m)^( *)\"(\\w+)\": ");

    /** A component added to a descriptor record and not written would be lost in silence. */
    @Test
    void theJsonHoldsEachRecordComponentInOrder() {
        String json = Models.inShop("""
                        @Model(timestamps = false)
                        @Index(fields = "name")
                        @RenamedFrom("purchases")
                        public record Order(
                                @Id @References(Customer.class) @RenamedFrom({"number", "no"}) Long id, String name) {}
                        """, "@Model public record Customer(Long id) {}")
                .compileClean()
                .file("META-INF/dataflow/models/shop.Order.json");

        assertThat(json).startsWith("{\n  \"schemaVersion\": 1,\n").endsWith("\n}\n");
        Map<String, List<String>> keys = keysByIndentation(json);
        assertThat(keys.get("  ")).containsExactlyElementsOf(names(ModelDescriptor.class));
        assertThat(keys.get("    ")).containsExactlyElementsOf(names(KeyDescriptor.class));
        List<String> column = names(ColumnDescriptor.class);
        assertThat(keys.get("      "))
                .startsWith(column.toArray(String[]::new))
                .containsSequence(names(IndexDescriptor.class))
                .endsWith(names(ReferenceDescriptor.class).toArray(String[]::new));
    }

    /** Releases before these properties read the descriptors of models that have none of them. */
    @Test
    void namesOfBeforeAreLeftOutWhereThereAreNone() {
        String json = Models.inShop(
                        "@Model public record Customer(Long id, @RenamedFrom({\"title\", \"label\"}) String name) {}",
                        "@Model public record Plain(Long id, String name) {}")
                .compileClean()
                .file("META-INF/dataflow/models/shop.Customer.json");
        assertThat(json).containsOnlyOnce("\"renamedFrom\": [\n        \"title\",\n        \"label\"\n      ]");
    }

    @Test
    void aSuperclassSaysWhatTheTableOfItsModelWasNamed() {
        String json = Models.inShop(
                        "@RenamedFrom(\"users\") class Named { @RenamedFrom(\"label\") String name; }",
                        "@Model class Person extends Named { Long id; }")
                .compileClean()
                .file("META-INF/dataflow/models/shop.Person.json");
        assertThat(json).contains("\"users\"", "\"label\"");
    }

    private static Map<String, List<String>> keysByIndentation(String json) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        KEY.matcher(json)
                .results()
                .forEach(result -> keys.computeIfAbsent(result.group(1), missing -> new java.util.ArrayList<>())
                        .add(result.group(2)));
        return keys;
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
