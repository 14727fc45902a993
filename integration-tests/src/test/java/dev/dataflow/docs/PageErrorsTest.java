package dev.dataflow.docs;

import static dev.dataflow.docs.BookTable.BOOK;
import static dev.dataflow.error.ErrorCode.CURSOR_FOREIGN;
import static dev.dataflow.error.ErrorCode.CURSOR_INVALID;
import static dev.dataflow.error.ErrorCode.PAGE_LAST;
import static dev.dataflow.error.ErrorCode.STREAM_WITHOUT_CURSOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.query.Page;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors of pages and streams, as the pages of their codes show them. */
class PageErrorsTest extends ErrorScenes {

    private BookNodes books;

    @BeforeEach
    void open() {
        DataFlow df = open(builder(database(Engine.SQLITE)));
        fill(df, "9.90");
        books = BookNodes.on(df);
        books.create(draft -> draft.authorId(1)
                .title("Persuasion")
                .isbn("978-0-14-143968-6")
                .price(new java.math.BigDecimal("7.50")));
    }

    @Test
    void cursorInvalid() {
        String cursor =
                books.list(query -> query.limit(1)).nextCursor().orElseThrow().substring(1);
        provoke(CURSOR_INVALID, () -> {
            // docs:DF-132
            books.list(query -> query.after(cursor)); // its first character got lost
            // docs:end
        });
    }

    @Test
    void cursorForeign() {
        String cursor = books.list(query -> query.orderBy(BOOK.TITLE).limit(1))
                .nextCursor()
                .orElseThrow();
        provoke(CURSOR_FOREIGN, () -> {
            // docs:DF-133
            books.list(query -> query.orderBy(BOOK.PRICE).after(cursor)); // made by a list ordered by title
            // docs:end
        });
        // docs:DF-133-fixed
        books.list(query -> query.orderBy(BOOK.TITLE).after(cursor));
        // docs:end
    }

    @Test
    void streamWithoutCursor() {
        String url = database(Engine.MYSQL).url() + "&useCursorFetch=false";
        DataFlow df = open(DataFlow.builder().url(url).models(Author.class, Book.class));
        fill(df, "9.90");
        BookNodes shop = BookNodes.on(df);
        provoke(STREAM_WITHOUT_CURSOR, () -> {
            // docs:DF-135
            // the URL of a MySQL database holds useCursorFetch=false
            df.transaction(tx -> {
                shop.stream(query -> {}).close();
            });
            // docs:end
        });
        // a stream that has its connection to itself takes rows as they come, and leaves it as it was
        for (int i = 0; i < 2; i++) {
            try (Stream<Book> all = shop.stream(query -> {})) {
                assertThat(all.limit(i).toList()).hasSize(i);
            }
        }
        assertThat(shop.stream(query -> {}).count()).isEqualTo(shop.count());
    }

    @Test
    void pageLast() {
        provoke(PAGE_LAST, () -> {
            // docs:DF-134
            books.list(query -> query.limit(10)).next();
            // docs:end
        });
        List<Book> all = new ArrayList<>();
        // docs:DF-134-fixed
        Page<Book> page = books.list(query -> query.limit(10));
        all.addAll(page.records());
        while (page.hasNext()) {
            page = page.next();
            all.addAll(page.records());
        }
        // docs:end
    }
}
