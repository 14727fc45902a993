package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models and components named as what generated code, jOOQ and Java use themselves, as records and as classes, go through
 * every node with both faces. The programs that use them are compiled with them, with all of javac's warnings.
 */
@EveryEngine
class ClashingNamesRoundTripTest {

    private static final List<String> RECORDS = List.of(
            "Table", "Record", "Page", "List", "Order", "Map", "String", "Object", "Optional", "Condition", "Field");

    private static final List<String> CLASSES = List.of("Table", "List", "Object");

    private static final List<String> COMPONENTS = List.of(
            "table",
            "id_",
            "class_",
            "equals",
            "hash",
            "list",
            "page",
            "order",
            "optional",
            "condition",
            "field",
            "string",
            "object",
            "key",
            "values",
            "value",
            "set",
            "setNull",
            "patch",
            "draft",
            "name",
            "type",
            "of",
            "on",
            "serialVersionUID",
            "words",
            "record_",
            "java",
            "org",
            "dev");

    /** Those that a class may have, and a record not. */
    private static final List<String> OF_OBJECTS =
            List.of("hashCode", "toString", "getClass", "clone", "wait", "notify", "notifyAll", "finalize");

    private static Path classes;

    @TempDir
    private static Path folder;

    private final TestDatabase database;

    ClashingNamesRoundTripTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    static void compile() throws Exception {
        StrictCompile compile = new StrictCompile(folder);
        assertThat(compile.run(ClashingModels.sources(RECORDS, CLASSES, COMPONENTS, OF_OBJECTS)))
                .isEmpty();
        classes = compile.classes();
    }

    @Test
    void everyNodeTakesThemTypedAndInMaps() throws Exception {
        try (IsolatedModels loader = IsolatedModels.in(classes);
                DataFlow df = DataFlow.builder()
                        .url(database.url())
                        .classLoader(loader)
                        .build()) {
            assertThat(df.models()).hasSize(RECORDS.size() + CLASSES.size() + 2);
            loader.loadClass("clash.Program").getMethod("run", DataFlow.class).invoke(null, df);
            Map<String, Object> row = Map.of("name", "Ünï", "count", 3);
            for (String name : RECORDS) {
                maps(df, loader, "clash.records", name, row);
            }
            for (String name : CLASSES) {
                maps(df, loader, "clash.classes", name, row);
            }
            Map<String, Object> words = new LinkedHashMap<>();
            COMPONENTS.forEach(component -> words.put(component, words.size()));
            maps(df, loader, "clash.records", "Words", words);
            OF_OBJECTS.forEach(component -> words.put(component, words.size()));
            maps(df, loader, "clash.classes", "Words", words);
        }
    }

    private static void maps(
            DataFlow df, ClassLoader loader, String packageName, String name, Map<String, Object> values)
            throws Exception {
        new RoundTrip(df, loader, new RandomModel(packageName, name, "", Map.of(), values, Set.of())).run();
    }
}
