package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of one package in several source folders, compiled together, and one after the other as main and test code are. */
class SourceFoldersTest {

    private static final RandomModel AUTHOR = model("Author", "@Unique String name");
    private static final RandomModel BOOK = model("Book", "String title, @References(Author.class) Long authorId");
    private static final RandomModel LOAN = model("Loan", "String reader, @References(Book.class) Long bookId");

    @TempDir
    private Path folder;

    @Test
    void compiledTogetherTheyAreOneModule() throws Exception {
        StrictCompile compile = new StrictCompile(folder);
        assertThat(compile.runFolders(List.of(List.of(LOAN), List.of(BOOK), List.of(AUTHOR))))
                .isEmpty();
        assertThat(compile.classes().resolve("META-INF/dataflow/models.index"))
                .content()
                .hasLineCount(3);
        use(compile.classes());
    }

    @Test
    void compiledApartEachHasAModuleAndTheyReferenceEachOther() throws Exception {
        StrictCompile main = new StrictCompile(folder.resolve("main"));
        assertThat(main.run(List.of(AUTHOR, BOOK))).isEmpty();
        StrictCompile test = new StrictCompile(folder.resolve("test"));
        assertThat(test.run(
                        List.of(LOAN),
                        "-cp",
                        main.classes() + File.pathSeparator + System.getProperty("java.class.path")))
                .isEmpty();
        use(main.classes(), test.classes());
        use(test.classes(), main.classes());
    }

    private static void use(Path... places) throws Exception {
        try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
                IsolatedModels loader = IsolatedModels.in(places);
                DataFlow df = DataFlow.builder()
                        .url(database.url())
                        .classLoader(loader)
                        .build()) {
            assertThat(df.models()).containsExactlyInAnyOrder("library.Author", "library.Book", "library.Loan");
            Object author =
                    df.node("AuthorCreateNode").run(Map.of("name", "Ann")).get("id");
            Object book = df.node("BookCreateNode")
                    .run(Map.of("title", "T", "author_id", author))
                    .get("id");
            df.node("LoanCreateNode").run(Map.of("reader", "Bob", "book_id", book));
            Map<String, Object> loans = df.node("LoanListNode").run(Map.of("include", List.of("book.author")));
            assertThat(loans.toString()).contains("name=Ann", "reader=Bob");
            new RoundTrip(
                            df,
                            loader,
                            new RandomModel("library", "Author", "", Map.of(), Map.of("name", "Cid"), Set.of()))
                    .withMaps();
        }
    }

    private static RandomModel model(String name, String components) {
        String text = """
                package library;

                import dev.dataflow.annotations.*;

                @Model
                public record %s(Long id, %s) {}
                """.formatted(name, components);
        return new RandomModel("library", name, text);
    }
}
