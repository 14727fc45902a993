package dev.dataflow.docs;

import static dev.dataflow.docs.AuthorTable.AUTHOR;
import static dev.dataflow.docs.BookTable.BOOK;
import static dev.dataflow.docs.ReaderTable.READER;

import dev.dataflow.statement.StatementCacheMetrics;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenes of the page about filters. */
@EveryEngine
class FiltersGuideTest extends GuideScenes {

    FiltersGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void typed() {
        scene("filter-typed");
        // docs:filter-typed
        List<Book> cheap = books.list(query -> query.in(BOOK.STATUS, BookStatus.ON_SALE, BookStatus.DRAFT)
                        .lt(BOOK.PRICE, new BigDecimal("8"))
                        .or(either -> either.isNull(BOOK.PUBLISHED_ON), either -> either.ilike(BOOK.TITLE, "per%")))
                .records();
        cheap.forEach(book -> print(book.title()));
        // docs:end
        end();
    }

    @Test
    void maps() {
        scene("filter-map");
        // docs:filter-map
        Map<String, Object> filter = Map.of(
                "status", Map.of("$in", List.of("ON_SALE", "DRAFT")),
                "price", Map.of("$lt", "8"),
                "$or",
                        List.of(
                                Map.of("published_on", Map.of("$null", true)),
                                Map.of("title", Map.of("$ilike", "per%"))));
        print(df.node("BookCountNode").run(Map.of("filter", filter)));
        // docs:end
        end();
    }

    @Test
    void related() {
        authors.create(draft -> draft.name("Mary Shelley").email("mary@example.org"));
        scene("filter-related");
        // docs:filter-related
        print(books.count(query -> query.related("author", author -> author.endsWith(AUTHOR.EMAIL, "@example.org"))));
        print(authors.count(query -> query.relatedNone("books", book -> book.eq(BOOK.STATUS, BookStatus.ON_SALE))));
        Map<String, Object> all = Map.of("books", Map.of("$every", Map.of("price", Map.of("$gte", 5))));
        print(df.node("AuthorCountNode").run(Map.of("filter", all)));
        // docs:end
        end();
    }

    @Test
    void inside() {
        ReaderNodes readers = ReaderNodes.on(df);
        readers.create(draft -> draft.genres(List.of("novel", "satire"))
                .settings(Map.of("theme", "dark", "page", Map.of("size", 20)))
                .loans(List.of()));
        scene("filter-inside");
        // docs:filter-inside
        print(readers.count(query -> query.inside(READER.SETTINGS, "page.size", size -> size.between(10, 50))
                .overlaps(READER.GENRES, List.of("satire", "poetry"))));
        Map<String, Object> filter =
                Map.of("settings.theme", Map.of("$startsWith", "d"), "genres", Map.of("$size", Map.of("$gt", 1)));
        print(df.node("ReaderCountNode").run(Map.of("filter", filter)));
        // docs:end
        end();
    }

    @Test
    void regex() {
        scene("filter-regex");
        // docs:filter-regex
        print(books.count(query -> query.regex(BOOK.ISBN, "^978-0-14-\\d{6}-[\\dX]$")));
        // docs:end
        end();
    }

    @Test
    void cache() {
        scene("filter-cache");
        // docs:filter-cache
        StatementCacheMetrics before = df.statementCache();
        for (BookStatus status : BookStatus.values()) {
            books.count(query -> query.eq(BOOK.STATUS, status));
        }
        StatementCacheMetrics after = df.statementCache();
        print(after.misses() - before.misses() + " rendered, " + (after.hits() - before.hits()) + " found");
        // docs:end
        end();
    }
}
