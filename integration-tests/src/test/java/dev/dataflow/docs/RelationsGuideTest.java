package dev.dataflow.docs;

import static dev.dataflow.docs.BookTable.BOOK;

import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scenes of the page about projections and relations. */
@EveryEngine
class RelationsGuideTest extends GuideScenes {

    RelationsGuideTest(TestDatabase engine) {
        super(engine);
    }

    // docs:price
    record Price(String title, BigDecimal price) {}
    // docs:end

    // docs:views
    record AuthorName(String name) {}

    record BookView(Long id, String title, AuthorName author) {}

    record Shelf(String name, List<Book> books) {}
    // docs:end

    // docs:nested
    record Sibling(String title, Optional<LocalDate> publishedOn) {}

    record FullAuthor(String name, List<Sibling> books) {}

    record FullBook(String title, FullAuthor author) {}
    // docs:end

    private void secondAuthor() {
        Author mary = authors.create(draft -> draft.name("Mary Shelley").email("mary@example.org"));
        books.create(book(mary, "Frankenstein", "978-0-14-143947-1", "8.00", LocalDate.of(1818, 1, 1)));
    }

    @Test
    void projection() {
        scene("projection");
        // docs:projection
        List<Price> prices = books.list(
                        query -> query.where(BOOK.STATUS.eq(BookStatus.ON_SALE)).orderBy(BOOK.PRICE), Price.class)
                .records();
        print(prices);
        // docs:end
        end();
    }

    @Test
    void toOne() {
        secondAuthor();
        scene("to-one");
        // docs:to-one
        List<BookView> views = books.list(query -> query.sort("-price").limit(3), BookView.class)
                .records();
        print(views);
        // docs:end
        end();
    }

    @Test
    void toMany() {
        scene("to-many");
        // docs:to-many
        Optional<Shelf> shelf = authors.read(1, Shelf.class);
        shelf.ifPresent(found -> found.books().forEach(book -> print(book.title())));
        // docs:end
        end();
    }

    @Test
    void nested() {
        scene("nested");
        // docs:nested-read
        Optional<FullBook> book = books.read(1, FullBook.class);
        print(book);
        // docs:end
        end();
    }

    @Test
    void maps() {
        secondAuthor();
        scene("include");
        // docs:include
        Map<String, Object> page = df.node("AuthorListNode")
                .run(Map.of(
                        "filter", Map.of("name", "Jane Austen"),
                        "fields", List.of("name"),
                        "include", List.of("books")));
        print(page);
        // docs:end
        end();
    }
}
