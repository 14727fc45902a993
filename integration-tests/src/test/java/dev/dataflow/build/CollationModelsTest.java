package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models that name collations: as keys, parts of keys, unique keys and references. They are compiled here, because every
 * other test would need PostgreSQL's collation too.
 */
@EveryEngine
class CollationModelsTest {

    private static final String CASELESS = "@Collation(postgresql = \"caseless\", mysql = \"utf8mb4_0900_as_ci\","
            + " mariadb = \"utf8mb4_uca1400_as_ci\", sqlite = \"NOCASE\")";

    private final Engine engine;
    private TestDatabase database;

    @TempDir
    private Path folder;

    CollationModelsTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create() throws Exception {
        database = TestDatabases.create(engine);
        if (engine == Engine.POSTGRESQL) {
            execute("CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyNodeComparesAsTheModelSays() throws Exception {
        try (IsolatedModels loader = IsolatedModels.in(compiled(
                model("Country", "@Id @Column(length = 2) " + CASELESS + " String code, " + CASELESS + " String name"),
                model(
                        "City",
                        "@Id @References(Country.class) @Column(length = 2) String country, @Id int number, @Unique "
                                + CASELESS + " String mayor")))) {
            try (DataFlow df = open(loader)) {
                run(df, "CountryCreate", Map.of("code", "at", "name", "Austria"));
                run(df, "CountryCreate", Map.of("code", "DE", "name", "Germany"));
                assertThatThrownBy(() -> run(df, "CountryCreate", Map.of("code", "AT", "name", "x")))
                        .isInstanceOf(UniqueViolationException.class);
                assertThat(run(df, "CountryRead", Map.of("code", "AT"))).containsEntry("name", "Austria");
                assertThat(records(df, "CountryList", Map.of("filter", Map.of("name", "AUSTRIA"))))
                        .hasSize(1);
                assertThat(records(df, "CountryList", Map.of("sort", "code")))
                        .extracting(row -> row.get("code"))
                        .containsExactly("at", "DE");
                cities(df);
            }
            open(loader).close(); // nothing is missing and nothing differs
        }
    }

    private static void cities(DataFlow df) {
        List<Map<String, Object>> data = List.of(
                Map.of("country", "AT", "number", 1, "mayor", "Ann"),
                Map.of("country", "at", "number", 1, "mayor", "Bob"),
                Map.of("country", "de", "number", 1, "mayor", "Cid"));
        Map<String, Object> written =
                run(df, "CityBulkUpsert", Map.of("data", data, "conflict_on", List.of("country", "number")));
        assertThat(written).containsEntry("inserted", 2L).containsEntry("updated", 1L);
        assertThat(run(df, "CityRead", Map.of("country", "aT", "number", 1))).containsEntry("mayor", "Bob");
        assertThat(run(
                        df,
                        "CityUpsert",
                        Map.of(
                                "where",
                                Map.of("mayor", "BOB"),
                                "create",
                                Map.of("country", "at", "number", 2),
                                "update",
                                Map.of("mayor", "bob"))))
                .containsEntry("action", "updated");
        assertThat(run(df, "CityBulkDelete", Map.of("filter", Map.of("mayor", "BOB"))))
                .containsEntry("deleted", 1L);
    }

    @Test
    void aWrongNameIsRefusedBeforeAnythingIsCreated() throws Exception {
        String wrong =
                CASELESS.replace("less\"", "lezz\"").replace("_ci\"", "_co\"").replace("NOCASE", "NOCASES");
        try (IsolatedModels loader = IsolatedModels.in(compiled(
                model("Country", "Long id, " + wrong + " String name"), model("Adder", "Long id, String name")))) {
            assertThatThrownBy(() -> open(loader))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLLATION_UNKNOWN))
                    .hasMessageContaining("library.Country.name")
                    .hasMessageContaining("write `");
        }
        execute("CREATE TABLE adders (id int)"); // so it was not there
    }

    @Test
    void aTableWithAnotherCollationDiffers() throws Exception {
        try (IsolatedModels plain = IsolatedModels.in(compiled(model("Country", "Long id, String name")))) {
            open(plain).close();
        }
        try (IsolatedModels loader =
                IsolatedModels.in(compiled(model("Country", "Long id, " + CASELESS + " String name")))) {
            assertThatThrownBy(() -> open(loader))
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS))
                    .hasMessageContaining("countries.name: is compared by code point, the model says by ");
        }
    }

    private static Map<String, Object> run(DataFlow df, String node, Map<String, ?> input) {
        return df.node("library." + node + "Node").run(input);
    }

    @SuppressWarnings("unchecked") // the shape of a list's answer
    private static List<Map<String, Object>> records(DataFlow df, String node, Map<String, ?> input) {
        return (List<Map<String, Object>>) run(df, node, input).get("records");
    }

    private DataFlow open(IsolatedModels loader) {
        return DataFlow.builder().url(database.url()).classLoader(loader).build();
    }

    private Path compiled(RandomModel... models) throws Exception {
        Path place = folder.resolve("models" + System.nanoTime());
        StrictCompile compile = new StrictCompile(place);
        assertThat(compile.run(List.of(models))).isEmpty();
        return compile.classes();
    }

    private static RandomModel model(String name, String components) {
        String text = """
                package library;

                import dev.dataflow.annotations.*;
                import org.jspecify.annotations.Nullable;

                @SuppressWarnings("VAL-003")
                @Model
                public record %s(%s) {}
                """.formatted(name, components);
        return new RandomModel("library", name, text);
    }
}
