package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in a project that is a Java module. */
class ModulesTest {

    private static final String DECLARATION = """
            module com.example.shop {
              requires dev.dataflow;
              requires dev.dataflow.annotations;
              requires org.jooq;
              requires java.sql;
              requires static java.compiler;
              requires static org.jspecify;
              %s
            }
            """;

    private static final String PROVIDES = "provides dev.dataflow.node.ModelModule with shop.Models_com_example_shop;";

    @TempDir
    private Path folder;

    private ModularProject project;

    @BeforeEach
    void models() throws Exception {
        project = new ModularProject(folder);
        project.write("shop/Item.java", """
                package shop;
                @dev.dataflow.annotations.Model
                public record Item(Long id, String name) {}
                """);
        project.write("shop/Main.java", """
                package shop;
                import dev.dataflow.DataFlow;
                public class Main {
                  public static void main(String[] arguments) {
                    try (DataFlow df = DataFlow.open("jdbc:sqlite::memory:")) {
                      System.out.println(ItemNodes.on(df).create(d -> d.name("Tea")));
                      System.out.println(df.node("ItemListNode").run(java.util.Map.of()).get("count"));
                      System.out.println(Main.class.getModule());
                    }
                  }
                }
                """);
    }

    @Test
    void aModuleThatProvidesItsModelsRuns() throws Exception {
        project.write("module-info.java", DECLARATION.formatted(PROVIDES));

        assertThat(project.compile("-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic"))
                .isEmpty();
        assertThat(project.run("com.example.shop/shop.Main"))
                .contains("Item[id=1, name=Tea]", "\n1\n", "module com.example.shop");
    }

    @Test
    void aModuleThatDoesNotIsWarnedOfWithTheLineToAdd() throws Exception {
        project.write("module-info.java", DECLARATION.formatted(""));

        assertThat(project.compile()).singleElement().asString().isEqualTo("""
                        module-info.java:1: [VAL-050] module `com.example.shop` does not provide its models
                          why: in a module the files of META-INF/services are ignored, so DataFlow.open would not find them
                          fix: add to module-info.java: %s""".formatted(PROVIDES));
    }

    @Test
    void theWarningCanBeSwitchedOff() throws Exception {
        project.write("module-info.java", "@SuppressWarnings(\"VAL-050\")\n" + DECLARATION.formatted(""));
        assertThat(project.compile()).isEmpty();
    }

    @Test
    void theClassCanBeNamedByAnOption() throws Exception {
        project.write(
                "module-info.java",
                DECLARATION.formatted("provides dev.dataflow.node.ModelModule with shop.Models_main;"));
        assertThat(project.compile("-Adataflow.module=main")).isEmpty();
    }
}
