package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models whose tables lie in another schema, among them two that reference each other, one that references the connection's
 * schema, and one whose table has the name of another. The schema's name is new in each test, for on MySQL and MariaDB it is
 * a database that all users of the server see; so the models are compiled here.
 */
@EveryEngine
class OtherSchemaTest {

    /** The typed face, and what relations lead to in the other schema and back. */
    private static final String PROGRAM = """
            package library;

            import static library.BookTable.BOOK;
            import static library.ShelfTable.SHELF;
            import static org.assertj.core.api.Assertions.assertThat;

            import dev.dataflow.DataFlow;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;

            public final class Program {
              private Program() {}

              record ReaderView(String name, Optional<BookView> book) {}

              record BookView(String isbn, int pages, ShelfView shelf) {}

              record ShelfView(String code) {}

              record FullShelf(String code, List<Book> books) {}

              public static void run(DataFlow df) {
                BookNodes books = BookNodes.on(df);
                ShelfNodes shelves = ShelfNodes.on(df);
                ReaderNodes readers = ReaderNodes.on(df);
                Shelf shelf = shelves.create(d -> d.code("typed"));
                Book book = books.create(new Book(null, "t1", shelf.id(), null, 1));
                assertThat(books.read(book.id())).contains(book);
                assertThat(books.readAll(List.of(book.id()))).containsExactly(book);
                assertThat(books.update(book, p -> p.pages(2)).pages()).isEqualTo(2);
                assertThat(books.update(book.id(), p -> p.setExpression(BOOK.PAGES, BOOK.PAGES.add(1))).pages()).isEqualTo(3);
                assertThat(books.modify(book.id(), (row, p) -> p.pages(row.pages() + 1)).pages()).isEqualTo(4);
                assertThat(books.upsert(d -> d.isbn("t1").shelfId(shelf.id()).pages(5), on -> on.conflictOn(BOOK.ISBN))
                    .created()).isFalse();
                List<Long> ids = books.bulkCreate(
                    List.of(new Book(null, "t2", shelf.id(), null, 6)), o -> o.returnIds()).ids();
                assertThat(books.bulkUpdate(List.of(new Book(ids.get(0), "t3", shelf.id(), null, 7))).updated()).isEqualTo(1);
                assertThat(books.bulkUpsert(
                    List.of(new Book(null, "t3", shelf.id(), null, 8)), o -> o.conflictOn(BOOK.ISBN)).updated()).isEqualTo(1);
                assertThat(books.bulkUpdate(q -> q.where(BOOK.ISBN.eq("t3")), p -> p.pages(9)).updated()).isEqualTo(1);
                assertThat(books.list(q -> q.where(BOOK.SHELF_ID.eq(shelf.id())).orderBy(BOOK.PAGES.desc()).withTotal())
                    .records()).extracting(Book::isbn).containsExactly("t3", "t1");
                assertThat(books.count(q -> q.where(BOOK.PAGES.ge(9).and(BOOK.SHELF_ID.eq(shelf.id()))))).isEqualTo(1);
                assertThat(books.explain(q -> q.where(BOOK.PAGES.ge(9))).sql()).contains("books");
                assertThat(df.dsl().select(BOOK.PAGES).from(BOOK).join(SHELF).on(BOOK.SHELF_ID.eq(SHELF.ID))
                    .where(BOOK.ISBN.eq("t1")).fetch(BOOK.PAGES)).containsExactly(5);
                Reader reader = readers.create(d -> d.name("Eve").bookId(book.id()));

                BookView view = new BookView("t1", 5, new ShelfView("typed"));
                assertThat(readers.read(reader.id(), ReaderView.class)).contains(new ReaderView("Eve", Optional.of(view)));
                FullShelf full = shelves.list(q -> q.where(SHELF.CODE.eq("typed")), FullShelf.class).records().get(0);
                assertThat(full.books()).extracting(Book::pages).containsExactly(5, 9);
                Map<String, Object> page = df.node("library.ReaderListNode").run(
                    Map.of("filter", Map.of("name", "Eve"), "include", List.of("book.shelf.books")));
                assertThat(page.toString()).contains("isbn=t1", "isbn=t3", "code=typed");

                assertThat(readers.delete(reader.id())).isTrue();
                assertThat(books.bulkDelete(q -> q.where(BOOK.SHELF_ID.eq(shelf.id()))).deleted()).isEqualTo(2);
                assertThat(shelves.delete(shelf.id())).isTrue();
              }
            }
            """;

    private final Engine engine;
    private final String schema = "testdb_" + UUID.randomUUID().toString().substring(0, 8) + " Other";

    private TestDatabase database;

    @TempDir
    private Path folder;

    OtherSchemaTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void create() {
        database = TestDatabases.create(engine);
    }

    @AfterEach
    void drop() throws Exception {
        if (engine == Engine.MYSQL || engine == Engine.MARIADB) {
            // tables of the other database reference these
            execute("SET foreign_key_checks = 0", "DROP SCHEMA IF EXISTS `" + schema + "`");
        }
        database.close();
    }

    private void execute(String... statements) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void everyNodeReachesTheTables() throws Exception {
        try (IsolatedModels loader = IsolatedModels.in(compiled())) {
            if (engine == Engine.SQLITE) {
                assertThatThrownBy(() -> open(loader, true))
                        .isInstanceOfSatisfying(
                                SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNSUPPORTED))
                        .hasMessageContaining(schema + ".books")
                        .hasMessageContaining("@Model(schema)");
                return;
            }
            try (DataFlow df = open(loader, true)) {
                rows(df);
                bulk(df);
                failures(df);
                loader.loadClass("library.Program")
                        .getMethod("run", DataFlow.class)
                        .invoke(null, df);
            }
            // reopened: nothing is missing and nothing differs
            try (DataFlow df = open(loader, false)) {
                assertThat(run(df, "BookCount", Map.of())).containsEntry("count", 2L);
                assertThat(run(df, "LoanCount", Map.of())).containsEntry("count", 1L);
            }
        }
    }

    private static void rows(DataFlow df) {
        Object reader = run(df, "ReaderCreate", Map.of("name", "Ann")).get("id");
        Object shelf = run(df, "ShelfCreate", Map.of("code", "S")).get("id");
        Map<String, Object> created =
                run(df, "BookCreate", Map.of("isbn", "1", "shelf_id", shelf, "reader_id", reader, "pages", 10));
        Object book = created.get("id");
        assertThat(run(df, "BookRead", Map.of("id", book))).containsAllEntriesOf(created);
        assertThat(run(df, "BookUpdate", Map.of("filter", Map.of("id", book), "fields", Map.of("pages", 11))))
                .containsEntry("pages", 11);
        run(df, "ShelfUpdate", Map.of("filter", Map.of("id", shelf), "fields", Map.of("favourite_id", book)));
        run(df, "ReaderUpdate", Map.of("filter", Map.of("id", reader), "fields", Map.of("book_id", book)));
        assertThat(run(df, "BookList", Map.of("filter", Map.of("isbn", "1"), "sort", "-pages")))
                .containsEntry("count", 1);
        for (String action : List.of("created", "updated")) {
            assertThat(run(
                            df,
                            "BookUpsert",
                            Map.of(
                                    "where", Map.of("isbn", "2"),
                                    "create", Map.of("shelf_id", shelf, "pages", 1),
                                    "update", Map.of("pages", 2))))
                    .containsEntry("action", action);
        }
        Object second = run(df, "ShelfCreate", Map.of("code", "T")).get("id");
        assertThat(run(df, "ShelfDelete", Map.of("id", second))).containsEntry("deleted", true);
        run(df, "LoanCreate", Map.of("text", "of the connection's schema"));
        assertThat(run(df, "LoanCount", Map.of())).containsEntry("count", 1L);
        assertThat(run(df, "BookCount", Map.of())).containsEntry("count", 2L);
    }

    private static void bulk(DataFlow df) {
        Object shelf = run(df, "ShelfCreate", Map.of("code", "bulk")).get("id");
        List<Map<String, Object>> data = List.of(
                Map.of("isbn", "a", "shelf_id", shelf, "pages", 1), Map.of("isbn", "b", "shelf_id", shelf, "pages", 2));
        List<?> ids = (List<?>) run(df, "BookBulkCreate", Map.of("data", data, "return_ids", true))
                .get("ids");
        assertThat(run(
                        df,
                        "BookBulkUpdate",
                        Map.of(
                                "data",
                                List.of(Map.of("id", ids.get(0), "pages", 3), Map.of("id", ids.get(1), "pages", 4)))))
                .containsEntry("updated", 2L);
        assertThat(run(df, "BookBulkUpsert", Map.of("data", data, "conflict_on", List.of("isbn"))))
                .containsEntry("processed", 2L);
        assertThat(run(df, "BookRead", Map.of("id", ids.get(0)))).containsEntry("pages", 1);
        assertThat(run(df, "BookBulkUpdate", Map.of("filter", Map.of("shelf_id", shelf), "update", Map.of("pages", 5))))
                .containsEntry("updated", 2L);
        assertThat(run(df, "BookBulkDelete", Map.of("filter", Map.of("shelf_id", shelf), "limit", 1)))
                .containsEntry("deleted", 1L);
        assertThat(run(df, "BookBulkDelete", Map.of("filter", Map.of("shelf_id", shelf))))
                .containsEntry("deleted", 1L);
    }

    private static void failures(DataFlow df) {
        Object shelf =
                run(df, "ShelfList", Map.of("filter", Map.of("code", "S"))).get("records");
        Object id = ((Map<?, ?>) ((List<?>) shelf).get(0)).get("id");
        assertThatThrownBy(() -> run(df, "BookCreate", Map.of("isbn", "9", "shelf_id", -1L, "pages", 1)))
                .isInstanceOfSatisfying(
                        ForeignKeyViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("shelfId"));
        assertThatThrownBy(
                        () -> run(df, "BookCreate", Map.of("isbn", "9", "shelf_id", id, "reader_id", -1L, "pages", 1)))
                .isInstanceOfSatisfying(
                        ForeignKeyViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("readerId"));
        assertThatThrownBy(() -> run(df, "BookCreate", Map.of("isbn", "1", "shelf_id", id, "pages", 1)))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("isbn"));
    }

    private static Map<String, Object> run(DataFlow df, String node, Map<String, ?> input) {
        return df.node("library." + node + "Node").run(input);
    }

    private DataFlow open(IsolatedModels loader, boolean autoMigrate) {
        return DataFlow.builder()
                .url(database.url())
                .classLoader(loader)
                .autoMigrate(autoMigrate)
                .build();
    }

    private Path compiled() throws Exception {
        StrictCompile compile = new StrictCompile(folder);
        String there = "schema = \"" + schema + "\"";
        assertThat(compile.run(List.of(
                        new RandomModel("library", "Program", PROGRAM),
                        model("Reader", "", "String name, @References(Book.class) @Nullable Long bookId"),
                        model(
                                "Shelf",
                                there,
                                "@Unique String code, @References(Book.class) @Nullable Long favouriteId"),
                        model(
                                "Book",
                                there,
                                "@Unique String isbn, @References(value = Shelf.class, inverse = \"books\") Long shelfId,"
                                        + " @References(Reader.class) @Nullable Long readerId, int pages"),
                        model("Loan", "table = \"books\"", "String text"))))
                .isEmpty();
        return compile.classes();
    }

    private static RandomModel model(String name, String options, String components) {
        String text = """
                package library;

                import dev.dataflow.annotations.*;
                import org.jspecify.annotations.Nullable;

                @Model(%s)
                public record %s(Long id, %s) {}
                """.formatted(options, name, components);
        return new RandomModel("library", name, text);
    }
}
