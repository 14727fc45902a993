package dev.dataflow.docs;

import static dev.dataflow.docs.AuthorTable.AUTHOR;
import static dev.dataflow.docs.BookTable.BOOK;
import static dev.dataflow.docs.DepartureTable.DEPARTURE;
import static dev.dataflow.docs.ReaderTable.READER;
import static dev.dataflow.docs.TaskTable.TASK;
import static dev.dataflow.error.ErrorCode.CHANGED_TWICE;
import static dev.dataflow.error.ErrorCode.CONDITION_FOREIGN;
import static dev.dataflow.error.ErrorCode.CONFLICT_KEY_INVALID;
import static dev.dataflow.error.ErrorCode.EXPRESSION_INEXACT;
import static dev.dataflow.error.ErrorCode.EXPRESSION_WITHOUT_OFFSET;
import static dev.dataflow.error.ErrorCode.ID_GIVEN;
import static dev.dataflow.error.ErrorCode.ID_MISSING;
import static dev.dataflow.error.ErrorCode.JSON_CODEC;
import static dev.dataflow.error.ErrorCode.MANAGED_FIELD;
import static dev.dataflow.error.ErrorCode.NAME_UNKNOWN;
import static dev.dataflow.error.ErrorCode.NODE_LEFT_OUT;
import static dev.dataflow.error.ErrorCode.NOT_AVAILABLE;
import static dev.dataflow.error.ErrorCode.NOT_CONFIRMED;
import static dev.dataflow.error.ErrorCode.NO_ORDER;
import static dev.dataflow.error.ErrorCode.OPTION_INVALID;
import static dev.dataflow.error.ErrorCode.PARAMETER_MISSING;
import static dev.dataflow.error.ErrorCode.PROJECTION_INVALID;
import static dev.dataflow.error.ErrorCode.RELATION_INVALID;
import static dev.dataflow.error.ErrorCode.TYPE_MISMATCH;
import static dev.dataflow.error.ErrorCode.UPDATE_SHAPE;
import static dev.dataflow.error.ErrorCode.VERSION_MISSING;
import static java.math.BigDecimal.ONE;

import dev.dataflow.DataFlow;
import dev.dataflow.suite.form.Event;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.WithoutLibrary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors of what nodes are given, as their pages show them. Nothing of it reaches a database, so one is enough. */
class ParameterErrorsTest extends ErrorScenes {

    private TestDatabase database;
    private DataFlow df;
    private AuthorNodes authors;
    private BookNodes books;

    @BeforeEach
    void open() {
        database = database(Engine.SQLITE);
        df = open(DataFlow.builder()
                .url(database.url())
                .models(
                        Author.class,
                        Book.class,
                        Reader.class,
                        Departure.class,
                        Event.class,
                        Holding.class,
                        Project.class,
                        Task.class));
        fill(df, "9.90");
        authors = AuthorNodes.on(df);
        books = BookNodes.on(df);
    }

    @Test
    void parameterMissing() {
        provoke(PARAMETER_MISSING, () -> {
            // docs:DF-101
            books.create(draft -> draft.title("Persuasion"));
            // docs:end
        });
        // docs:DF-101-fixed
        books.create(draft -> draft.authorId(1).title("Persuasion").isbn("978-0-14-143968-6"));
        // docs:end
    }

    @Test
    void typeMismatch() {
        provoke(TYPE_MISMATCH, () -> {
            // docs:DF-102
            books.update(1, patch -> patch.price(new BigDecimal("9.999")));
            // docs:end
        });
        // docs:DF-102-fixed
        books.update(1, patch -> patch.price(new BigDecimal("10.00")));
        // docs:end
    }

    @Test
    void managedField() {
        provoke(MANAGED_FIELD, () -> {
            // docs:DF-103
            books.update(1, patch -> patch.set(BOOK.UPDATED_AT, Instant.parse("2026-01-31T12:00:00Z")));
            // docs:end
        });
        // docs:DF-103-fixed
        Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
        DataFlow imports = DataFlow.builder()
                .url(database.url())
                .clock(clock)
                .models(Author.class, Book.class)
                .build();
        BookNodes.on(imports).update(1, patch -> patch.title("Emma"));
        // docs:end
        imports.close();
    }

    @Test
    void updateShape() {
        provoke(UPDATE_SHAPE, () -> {
            // docs:DF-104
            df.node("BookUpdateNode").run(Map.of("filter", Map.of("id", 1)));
            // docs:end
        });
        // docs:DF-104-fixed
        df.node("BookUpdateNode").run(Map.of("filter", Map.of("id", 1), "fields", Map.of("title", "Emma")));
        // docs:end
    }

    @Test
    void idMissing() {
        provoke(ID_MISSING, () -> {
            // docs:DF-105
            df.node("BookReadNode").run(Map.of());
            // docs:end
        });
        // docs:DF-105-fixed
        df.node("BookReadNode").run(Map.of("id", 1));
        // docs:end
    }

    @Test
    void nameUnknown() {
        provoke(NAME_UNKNOWN, () -> {
            // docs:DF-106
            books.list(q -> q.filter(Map.of("titel", "Emma")));
            // docs:end
        });
        // docs:DF-106-fixed
        books.list(q -> q.filter(Map.of("title", "Emma")));
        // docs:end
    }

    @Test
    void changedTwice() {
        provoke(CHANGED_TWICE, () -> {
            // docs:DF-155
            books.update(1, patch -> patch.increment(BOOK.PRICE, ONE).increment(BOOK.PRICE, ONE));
            // docs:end
        });
        // docs:DF-155-fixed
        books.update(1, patch -> patch.increment(BOOK.PRICE, BigDecimal.valueOf(2)));
        // docs:end
    }

    @Test
    void optionInvalid() {
        provoke(OPTION_INVALID, () -> {
            // docs:DF-107
            books.list(q -> q.limit(0));
            // docs:end
        });
        // docs:DF-107-fixed
        books.list(q -> q.limit(100));
        // docs:end
    }

    @Test
    void conditionForeign() {
        provoke(CONDITION_FOREIGN, () -> {
            // docs:DF-108
            books.list(q -> q.where(AUTHOR.NAME.eq("Jane Austen")));
            // docs:end
        });
        // docs:DF-108-fixed
        List<Long> ids = authors.list(q -> q.where(AUTHOR.NAME.eq("Jane Austen"))).records().stream()
                .map(Author::id)
                .toList();
        books.list(q -> q.where(BOOK.AUTHOR_ID.in(ids)));
        // docs:end
    }

    @Test
    void notConfirmed() {
        provoke(NOT_CONFIRMED, () -> {
            // docs:DF-109
            books.bulkDelete(q -> {});
            // docs:end
        });
        // docs:DF-109-fixed
        books.bulkDelete(q -> q.confirmed());
        // docs:end
    }

    @Test
    void conflictKeyInvalid() {
        provoke(CONFLICT_KEY_INVALID, () -> {
            // docs:DF-110
            books.upsert(
                    draft -> draft.authorId(1).title("Emma").isbn("978-0-14-143958-7"),
                    on -> on.conflictOn(BOOK.TITLE));
            // docs:end
        });
        // docs:DF-110-fixed
        books.upsert(
                draft -> draft.authorId(1).title("Emma").isbn("978-0-14-143958-7"), on -> on.conflictOn(BOOK.ISBN));
        // docs:end
    }

    @Test
    void expressionInexact() {
        provoke(EXPRESSION_INEXACT, () -> {
            // docs:DF-111
            books.count(q -> q.where(BOOK.UPDATED_AT.lt(DSL.currentInstant())));
            // docs:end
        });
        // docs:DF-111-fixed
        books.count(q -> q.where(BOOK.UPDATED_AT.lt(Instant.now())));
        // docs:end
    }

    @Test
    void idGiven() {
        provoke(ID_GIVEN, () -> {
            // docs:DF-112
            authors.create(new Author(2L, "Anne Brontë", "anne@example.org"));
            // docs:end
        });
        // docs:DF-112-fixed
        authors.create(new Author(null, "Anne Brontë", "anne@example.org"));
        // docs:end
    }

    @Test
    void notAvailable() {
        Project first = ProjectNodes.on(df).create(draft -> draft.code("bridge").number(1));
        Project next = ProjectNodes.on(df).create(draft -> draft.code("tower").number(2));
        TaskNodes tasks = TaskNodes.on(df);
        Task task = tasks.create(draft -> draft.projectId(first.id()).title("plan"));
        provoke(NOT_AVAILABLE, () -> {
            // docs:DF-113
            tasks.update(task.id(), patch -> patch.setExpression(TASK.PROJECT_ID, TASK.PROJECT_ID.add(1L)));
            // docs:end
        });
        // docs:DF-113-fixed
        tasks.update(task.id(), patch -> patch.projectId(next.id()));
        // docs:end
    }

    @Test
    void versionMissing() {
        HoldingNodes holdings = HoldingNodes.on(df);
        holdings.create(draft -> draft.isbn("978-0-14-143958-7").copies(5));
        provoke(VERSION_MISSING, () -> {
            // docs:DF-180
            holdings.update(1, patch -> patch.copies(4));
            // docs:end
        });
        // docs:DF-180-fixed
        Holding read = holdings.read(1).orElseThrow();
        holdings.update(read, patch -> patch.copies(4));
        holdings.modify(1, (row, patch) -> patch.copies(row.copies() - 1));
        holdings.update(1, patch -> patch.shelf("B"), options -> options.anyVersion());
        // docs:end
    }

    @Test
    void projectionInvalid() {
        provoke(PROJECTION_INVALID, () -> {
            // docs:DF-116
            record Offer(String title, String price) {}
            books.list(q -> {}, Offer.class);
            // docs:end
        });
        // docs:DF-116-fixed
        record Offer(String title, BigDecimal price) {}
        books.list(q -> {}, Offer.class);
        // docs:end
    }

    @Test
    void nodeLeftOut() {
        provoke(NODE_LEFT_OUT, () -> {
            // docs:DF-117
            // Event is a @Model(nodes = {NodeKind.READ, NodeKind.CREATE, NodeKind.BULK_DELETE})
            df.node("EventUpdateNode");
            // docs:end
        });
    }

    @Test
    void relationInvalid() {
        provoke(RELATION_INVALID, () -> {
            // docs:DF-118
            try (DataFlow some =
                    DataFlow.builder().url(database.url()).models(Book.class).build()) {
                some.node("BookListNode").run(Map.of("include", "author"));
            }
            // docs:end
        });
        // docs:DF-118-fixed
        try (DataFlow both = DataFlow.builder()
                .url(database.url())
                .models(Book.class, Author.class)
                .build()) {
            both.node("BookListNode").run(Map.of("include", "author"));
        }
        // docs:end
    }

    /** In a class loader without Jackson's databind, and without the migrations engine, which has it. */
    static final class WithoutJackson implements Runnable {
        @Override
        public void run() {
            try (DataFlow df = DataFlow.builder()
                    .url(":memory:")
                    .models(Reader.class)
                    .autoMigrate(false)
                    .build()) {
                // docs:DF-120
                // Reader has @Json components, and Jackson is no dependency
                ReaderNodes.on(df)
                        .create(draft ->
                                draft.genres(List.of()).settings(Map.of()).loans(List.of()));
                // docs:end
            }
        }
    }

    @Test
    void jsonCodec() throws Exception {
        try (WithoutLibrary without =
                new WithoutLibrary("jackson-databind-3", "migrations-engine", "dataflow-migrations")) {
            provoke(JSON_CODEC, () -> without.run(WithoutJackson.class));
        }
    }

    @Test
    void noOrder() {
        ReaderNodes readers = ReaderNodes.on(df);
        provoke(NO_ORDER, () -> {
            // docs:DF-121
            readers.list(q -> q.orderBy(READER.GENRES));
            // docs:end
        });
        // docs:DF-121-fixed
        readers.list(q -> q.orderBy(READER.ID));
        // docs:end
    }

    @Test
    void expressionWithoutOffset() {
        DepartureNodes departures = DepartureNodes.on(df);
        departures.create(draft -> draft.line("4")
                .leavesAt(OffsetDateTime.parse("2026-01-31T12:00:00+01:00"))
                .delay(Duration.ZERO));
        provoke(EXPRESSION_WITHOUT_OFFSET, () -> {
            // docs:DF-122
            departures.update(1, patch -> patch.setExpression(DEPARTURE.LEAVES_AT, DSL.currentOffsetDateTime()));
            // docs:end
        });
        // docs:DF-122-fixed
        departures.update(1, patch -> patch.leavesAt(OffsetDateTime.now()));
        // docs:end
    }
}
