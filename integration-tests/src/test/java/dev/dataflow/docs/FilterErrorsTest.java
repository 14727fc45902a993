package dev.dataflow.docs;

import static dev.dataflow.docs.BookTable.BOOK;
import static dev.dataflow.error.ErrorCode.AGGREGATE_UNFIT;
import static dev.dataflow.error.ErrorCode.ALIAS_INVALID;
import static dev.dataflow.error.ErrorCode.EXPRESSION_TOO_COSTLY;
import static dev.dataflow.error.ErrorCode.FILTER_TOO_LARGE;
import static dev.dataflow.error.ErrorCode.JSON_PATH_INVALID;
import static dev.dataflow.error.ErrorCode.OPERATOR_UNFIT;
import static dev.dataflow.error.ErrorCode.PATTERN_INVALID;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors of filters, as their pages show them. Nothing of it reaches a database, so one is enough. */
class FilterErrorsTest extends ErrorScenes {

    private BookNodes books;
    private ReaderNodes readers;

    @BeforeEach
    void open() {
        TestDatabase database = database(Engine.SQLITE);
        DataFlow df = open(DataFlow.builder().url(database.url()).models(Author.class, Book.class, Reader.class));
        fill(df, "9.90");
        books = BookNodes.on(df);
        readers = ReaderNodes.on(df);
    }

    @Test
    void operatorUnfit() {
        provoke(OPERATOR_UNFIT, () -> {
            // docs:DF-123
            books.list(q -> q.filter(Map.of("price", Map.of("$like", "9%"))));
            // docs:end
        });
        // docs:DF-123-fixed
        books.list(q -> q.filter(Map.of("price", Map.of("$gte", 9, "$lt", 10))));
        // docs:end
    }

    @Test
    void filterTooLarge() {
        List<Long> tenThousandAndOne = LongStream.rangeClosed(1, 10_001).boxed().toList();
        provoke(FILTER_TOO_LARGE, () -> {
            // docs:DF-124
            books.list(q -> q.in(BOOK.ID, tenThousandAndOne));
            // docs:end
        });
        // docs:DF-124-fixed
        books.readAll(tenThousandAndOne);
        // docs:end
    }

    @Test
    void patternInvalid() {
        provoke(PATTERN_INVALID, () -> {
            // docs:DF-125
            books.list(q -> q.regex(BOOK.TITLE, "(?i)emma"));
            // docs:end
        });
        // docs:DF-125-fixed
        books.list(q -> q.ilike(BOOK.TITLE, "%emma%").regex(BOOK.TITLE, "^[\\w ]+$"));
        // docs:end
    }

    @Test
    void jsonPathInvalid() {
        provoke(JSON_PATH_INVALID, () -> {
            // docs:DF-126
            books.list(q -> q.filter(Map.of("title.length", 4)));
            // docs:end
        });
        // docs:DF-126-fixed
        readers.list(q -> q.filter(Map.of("settings.page.size", Map.of("$gte", 4))));
        // docs:end
    }

    @Test
    void aggregateUnfit() {
        provoke(AGGREGATE_UNFIT, () -> {
            // docs:DF-140
            books.aggregate(q -> q.groupBy(BOOK.STATUS).sum("titles", BOOK.TITLE));
            // docs:end
        });
        // docs:DF-140-fixed
        books.aggregate(q -> q.groupBy(BOOK.STATUS).countDistinct("titles", BOOK.TITLE));
        // docs:end
    }

    @Test
    void aliasInvalid() {
        provoke(ALIAS_INVALID, () -> {
            // docs:DF-141
            books.aggregate(q -> q.groupBy(BOOK.STATUS).max("price", BOOK.PRICE));
            // docs:end
        });
        // docs:DF-141-fixed
        books.aggregate(q -> q.groupBy(BOOK.STATUS).max("highest_price", BOOK.PRICE));
        // docs:end
    }

    @Test
    void expressionTooCostly() {
        TestDatabase mysql = database(Engine.MYSQL);
        DataFlow df = open(builder(mysql));
        fill(df, "9.90");
        books = BookNodes.on(df);
        books.update(1, patch -> patch.title("a".repeat(300)));
        provoke(EXPRESSION_TOO_COSTLY, () -> {
            // docs:DF-127
            books.list(q -> q.regex(BOOK.TITLE, "a*a*a*a*a*a*a*b$"));
            // docs:end
        });
        // docs:DF-127-fixed
        books.list(q -> q.regex(BOOK.TITLE, "a*b$"));
        // docs:end
    }
}
