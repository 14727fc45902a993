package dev.dataflow.docs;

import static dev.dataflow.docs.BookTable.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.node.ModelModule;
import dev.dataflow.query.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's example as a program would that has no models but these. */
class ReadmeTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path folder;

    @BeforeEach
    void showTheseModelsOnly() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ModelModule.class.getName()), GuideModels.class.getName());
        Thread.currentThread().setContextClassLoader(new OwnServices(folder, before));
    }

    @AfterEach
    void leaveNothing() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        for (String file : new String[] {"books.db", "books.db-wal", "books.db-shm"}) {
            Files.deleteIfExists(Path.of(file));
        }
    }

    @Test
    void example() {
        // docs:readme
        try (DataFlow df = DataFlow.open("jdbc:sqlite:books.db")) { // creates missing tables
            AuthorNodes authors = AuthorNodes.on(df);
            BookNodes books = BookNodes.on(df);

            Book emma = df.transactionResult(tx -> {
                Author jane = authors.create(draft -> draft.name("Jane Austen").email("jane@example.org"));
                return books.create(
                        draft -> draft.authorId(jane.id()).title("Emma").isbn("978-0-14-143958-7"));
            });
            books.update(emma, patch -> patch.price(new BigDecimal("9.90")).status(BookStatus.ON_SALE));

            Page<Book> cheap = books.list(query -> query.where(BOOK.PRICE.lt(BigDecimal.TEN))
                    .orderBy(BOOK.TITLE)
                    .limit(20));
            System.out.println(cheap.records());
            System.out.println(df.node("BookReadNode").run(Map.of("id", emma.id())));
        }
        // docs:end
        try (DataFlow df = DataFlow.open("jdbc:sqlite:books.db")) {
            assertThat(BookNodes.on(df).list().records()).singleElement().satisfies(book -> {
                assertThat(book.price()).isEqualByComparingTo("9.90");
                assertThat(book.status()).isEqualTo(BookStatus.ON_SALE);
            });
        }
        assertThat(Path.of("books.db")).exists();
    }

    /** Sees a folder's own service files instead of those of the class path, where it has one. */
    private static final class OwnServices extends URLClassLoader {

        OwnServices(Path folder, ClassLoader parent) throws MalformedURLException {
            super(new URL[] {folder.toUri().toURL()}, parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> own = findResources(name);
            return own.hasMoreElements() ? own : super.getResources(name);
        }
    }
}
