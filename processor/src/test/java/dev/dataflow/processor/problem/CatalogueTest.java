package dev.dataflow.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dataflow.processor.testing.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    private static final Path PAGES = Path.of("../docs/errors");

    @Test
    void eachProblemIsProvokedByATest() {
        Set<ModelProblem> covered = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("dev.dataflow.processor").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Covers.class))
                        .map(JavaMethod::reflect)
                        .flatMap(method ->
                                Arrays.stream(method.getAnnotation(Covers.class).value()))
                        .collect(Collectors.toSet());
        assertThat(EnumSet.allOf(ModelProblem.class)).isEqualTo(covered);
    }

    @ParameterizedTest
    @EnumSource
    void eachProblemHasAPageThatShowsAnExample(ModelProblem problem) throws Exception {
        String page = Files.readString(PAGES.resolve(problem.code() + ".md"));
        assertThat(page).startsWith("# " + problem.code() + ": ").contains("```java", "## Why", "## Fix");
    }

    @Test
    void noPageSpeaksOfAProblemThereIsNot() throws Exception {
        Set<String> codes =
                Arrays.stream(ModelProblem.values()).map(ModelProblem::code).collect(Collectors.toSet());
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.startsWith("VAL-"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    /** {@code -DupdateDocs=true} writes them anew. */
    @Test
    void pagesTellTheCataloguesMessages() {
        if (Boolean.getBoolean("updateDocs")) {
            ProblemPage.codes().forEach(code -> new ProblemPage(code).update());
            ProblemPage.updateIndex();
        }
        assertThat(ProblemPage.codes())
                .map(ProblemPage::new)
                .allSatisfy(page -> assertThat(page.text())
                        .as("-DupdateDocs=true writes it anew")
                        .isEqualTo(page.generated()));
        assertThat(ProblemPage.index()).isEqualTo(ProblemPage.generatedIndex());
    }

    @ParameterizedTest
    @EnumSource
    void theFirstLineIsCompleteByItself(ModelProblem problem) {
        String text = problem.text("one", "two", "three", "four", "five");
        assertThat(text.lines()).hasSize(3);
        assertThat(text.lines().toList().get(0))
                .startsWith("[" + problem.code() + "] ")
                .doesNotContain("%");
        assertThat(text.lines().toList().get(1)).startsWith("why: ");
        assertThat(text.lines().toList().get(2)).startsWith("fix: ");
    }
}
