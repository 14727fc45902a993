package dev.dataflow.docs;

import static dev.dataflow.docs.AuthorTable.AUTHOR;
import static dev.dataflow.docs.BookTable.BOOK;
import static dev.dataflow.error.ErrorCode.BULK_STOPPED;
import static dev.dataflow.error.ErrorCode.CHECK_VIOLATION;
import static dev.dataflow.error.ErrorCode.CONNECTION_LOST;
import static dev.dataflow.error.ErrorCode.FOREIGN_KEY_VIOLATION;
import static dev.dataflow.error.ErrorCode.NOT_FOUND;
import static dev.dataflow.error.ErrorCode.NOT_NULL_VIOLATION;
import static dev.dataflow.error.ErrorCode.PATTERN_UNSUPPORTED;
import static dev.dataflow.error.ErrorCode.PERMISSION_DENIED;
import static dev.dataflow.error.ErrorCode.POOL_EXHAUSTED;
import static dev.dataflow.error.ErrorCode.SCHEMA_OBJECT_MISSING;
import static dev.dataflow.error.ErrorCode.SORTED_TEXT_TOO_LONG;
import static dev.dataflow.error.ErrorCode.STATEMENT_FAILED;
import static dev.dataflow.error.ErrorCode.STORED_VALUE_INVALID;
import static dev.dataflow.error.ErrorCode.TIMEOUT;
import static dev.dataflow.error.ErrorCode.TRANSACTION_CONFLICT;
import static dev.dataflow.error.ErrorCode.TRANSACTION_MISUSED;
import static dev.dataflow.error.ErrorCode.UNIQUE_VIOLATION;
import static dev.dataflow.error.ErrorCode.VALUE_OUT_OF_RANGE;
import static dev.dataflow.error.ErrorCode.VERSION_CONFLICT;

import dev.dataflow.DataFlow;
import dev.dataflow.node.OnError;
import dev.dataflow.query.Page;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Errors that databases report, as their pages show them. The suites provoke them on all databases. */
class DatabaseErrorsTest extends ErrorScenes {

    private TestDatabase database;
    private DataFlow df;
    private AuthorNodes authors;
    private BookNodes books;

    private void open(Engine engine) {
        database = database(engine);
        df = open(builder(database));
        fill(df, "99999999.00");
        authors = AuthorNodes.on(df);
        books = BookNodes.on(df);
    }

    @Test
    void statementFailed() {
        open(Engine.POSTGRESQL);
        provoke(STATEMENT_FAILED, () -> {
            // docs:DF-400
            books.update(1, patch -> patch.setExpression(BOOK.PRICE, BOOK.PRICE.div(0)));
            // docs:end
        });
    }

    @Test
    void patternUnsupported() throws Exception {
        open(Engine.POSTGRESQL);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE COLLATION case_insensitive"
                    + " (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
            statement.execute("ALTER TABLE authors ALTER COLUMN name TYPE text COLLATE case_insensitive");
        }
        provoke(PATTERN_UNSUPPORTED, () -> {
            // docs:DF-119
            // the column has the collation case_insensitive, which is not deterministic
            authors.list(query -> query.where(AUTHOR.NAME.like("J%")));
            // docs:end
        });
        // docs:DF-119-fixed
        authors.list(query -> query.where(AUTHOR.NAME.collate("C").like("J%")));
        // docs:end
    }

    @Test
    void sortedTextTooLong() throws Exception {
        open(Engine.MYSQL);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE books MODIFY title LONGTEXT COLLATE utf8mb4_bin");
        }
        books.create(draft -> draft.authorId(1).title("x".repeat(3_000)).isbn("978-0-14-143968-6"));
        books.create(draft -> draft.authorId(1).title("x".repeat(4_000)).isbn("978-0-14-043479-8"));
        provoke(SORTED_TEXT_TOO_LONG, () -> {
            // docs:DF-165
            Page<Book> page = books.list(query -> query.orderBy(BOOK.TITLE).limit(2));
            page.next(); // the last title of the page has 3,000 characters, and the column the collation utf8mb4_bin
            // docs:end
        });
        // docs:DF-165-fixed
        books.list(query -> query.orderBy(BOOK.TITLE).limit(2).offset(2));
        // docs:end
    }

    @Test
    void uniqueViolation() {
        open(Engine.POSTGRESQL);
        provoke(UNIQUE_VIOLATION, () -> {
            // docs:DF-402
            authors.create(draft -> draft.name("Jane").email("jane@example.org"));
            // docs:end
        });
        // docs:DF-402-fixed
        authors.upsert(draft -> draft.name("Jane").email("jane@example.org"), on -> {});
        // docs:end
    }

    @Test
    void foreignKeyViolation() {
        open(Engine.POSTGRESQL);
        provoke(FOREIGN_KEY_VIOLATION, () -> {
            // docs:DF-403
            books.create(draft -> draft.authorId(7).title("Villette").isbn("978-0-14-043479-8"));
            // docs:end
        });
        // docs:DF-403-fixed
        Author author = authors.create(draft -> draft.name("Charlotte Brontë").email("charlotte@example.org"));
        books.create(draft -> draft.authorId(author.id()).title("Villette").isbn("978-0-14-043479-8"));
        // docs:end
    }

    @Test
    void notFound() {
        open(Engine.SQLITE);
        provoke(NOT_FOUND, () -> {
            // docs:DF-404
            books.update(7, patch -> patch.title("Emma"));
            // docs:end
        });
        // docs:DF-404-fixed
        books.read(7).ifPresent(book -> books.update(book, patch -> patch.title("Emma")));
        // docs:end
    }

    @Test
    void versionConflict() {
        DataFlow df = open(builder(database(Engine.SQLITE)).models(Holding.class));
        HoldingNodes holdings = HoldingNodes.on(df);
        holdings.create(draft -> draft.isbn("978-0-14-143958-7").copies(5));
        Holding read = holdings.read(1).orElseThrow();
        holdings.update(read, patch -> patch.copies(4));
        provoke(VERSION_CONFLICT, () -> {
            // docs:DF-409
            holdings.update(read, patch -> patch.shelf("B")); // somebody else has lent a copy since
            // docs:end
        });
        // docs:DF-409-fixed
        holdings.modify(1, (row, patch) -> patch.shelf(row.copies() == 0 ? null : "B"));
        // docs:end
    }

    @Test
    void notNullViolation() {
        open(Engine.POSTGRESQL);
        provoke(NOT_NULL_VIOLATION, () -> {
            // docs:DF-405
            books.update(1, patch -> patch.setExpression(BOOK.TITLE, DSL.nullif(BOOK.TITLE, "Emma")));
            // docs:end
        });
        // docs:DF-405-fixed
        books.update(
                1, patch -> patch.setExpression(BOOK.TITLE, DSL.coalesce(DSL.nullif(BOOK.TITLE, "Emma"), BOOK.ISBN)));
        // docs:end
    }

    @Test
    void checkViolation() {
        open(Engine.POSTGRESQL);
        provoke(CHECK_VIOLATION, () -> {
            // docs:DF-406
            df.dsl().execute("ALTER TABLE books ADD CONSTRAINT ck_price CHECK (price > 0)");
            books.update(1, patch -> patch.price(BigDecimal.ZERO));
            // docs:end
        });
    }

    @Test
    void valueOutOfRange() {
        open(Engine.POSTGRESQL);
        provoke(VALUE_OUT_OF_RANGE, () -> {
            // docs:DF-407
            // a price is a DECIMAL(10, 2)
            books.update(1, patch -> patch.setExpression(BOOK.PRICE, BOOK.PRICE.mul(new BigDecimal(1000))));
            // docs:end
        });
    }

    @Test
    void transactionConflict() {
        open(Engine.POSTGRESQL);
        provoke(TRANSACTION_CONFLICT, () -> {
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("UPDATE books SET title = 'Emma!'");
                // docs:DF-408
                // another transaction has changed the row and is not at its end
                df.transaction(tx -> {
                    df.dsl().execute("SET LOCAL lock_timeout = '50ms'");
                    books.update(1, patch -> patch.title("Emma"));
                });
                // docs:end
            }
        });
    }

    @Test
    void timeout() {
        open(Engine.SQLITE);
        provoke(TIMEOUT, () -> {
            // docs:DF-410
            df.transaction(TransactionOptions.defaults().timeout(Duration.ofMillis(20)), tx -> {
                callASlowService();
                books.update(1, patch -> patch.title("Emma"));
            });
            // docs:end
        });
        // docs:DF-410-fixed
        callASlowService();
        books.update(1, patch -> patch.title("Emma"));
        // docs:end
    }

    private static void callASlowService() {
        long end = System.nanoTime() + Duration.ofMillis(30).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void poolExhausted() {
        open(Engine.SQLITE);
        try (DataFlow small = builder(database)
                .poolSize(1)
                .connectionTimeout(Duration.ofMillis(250))
                .build()) {
            BookNodes nodes = BookNodes.on(small);
            provoke(POOL_EXHAUSTED, () -> {
                // docs:DF-411
                // small has a pool of one connection, and nodes are on it
                small.transaction(tx -> joined(() -> nodes.count()));
                // docs:end
            });
            // docs:DF-411-fixed
            small.transaction(tx -> joined(() -> BookNodes.on(tx).count()));
            // docs:end
        }
    }

    /** Runs it in another thread and waits. */
    private static void joined(Runnable work) {
        try {
            CompletableFuture.runAsync(work).join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    @Test
    void connectionLost() {
        open(Engine.POSTGRESQL);
        provoke(CONNECTION_LOST, () -> {
            // docs:DF-412
            df.transaction(tx -> {
                restartTheServer();
                books.update(1, patch -> patch.title("Emma"));
            });
            // docs:end
        });
    }

    /** What a restart does to this transaction. */
    private void restartTheServer() {
        Integer session = df.dsl()
                .select(DSL.field("pg_backend_pid()", Integer.class))
                .fetchOne()
                .value1();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + session + ", 5000)");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void schemaObjectMissing() {
        open(Engine.POSTGRESQL);
        provoke(SCHEMA_OBJECT_MISSING, () -> {
            // docs:DF-413
            df.dsl().execute("DROP TABLE books");
            books.count();
            // docs:end
        });
    }

    @Test
    void bulkStopped() {
        open(Engine.POSTGRESQL);
        Author jane = authors.read(1).orElseThrow();
        List<Book> list = IntStream.range(0, 300)
                .mapToObj(i -> new Book(null, jane.id(), "Volume " + i, "isbn " + i, BigDecimal.ONE, null, null))
                .toList();
        provoke(BULK_STOPPED, () -> {
            // docs:DF-145
            books.bulkCreate(
                    list,
                    options -> options.onError(OnError.CONTINUE).batchSize(100).onProgress(rows -> {
                        if (rows == 200) {
                            df.dsl().execute("DROP TABLE books"); // or the connection breaks, or the disk is full
                        }
                    }));
            // docs:end
        });
    }

    @Test
    void transactionMisused() {
        open(Engine.SQLITE);
        provoke(TRANSACTION_MISUSED, () -> {
            // docs:DF-414
            df.transaction(tx -> df.transaction(
                    TransactionOptions.serializable(), inner -> books.update(1, patch -> patch.title("Emma"))));
            // docs:end
        });
        // docs:DF-414-fixed
        df.transaction(
                TransactionOptions.serializable(),
                tx -> df.transaction(inner -> books.update(1, patch -> patch.title("Emma"))));
        // docs:end
    }

    @Test
    void storedValueInvalid() {
        open(Engine.SQLITE);
        provoke(STORED_VALUE_INVALID, () -> {
            // docs:DF-415
            df.dsl().execute("UPDATE books SET status = 'LOST'");
            books.read(1);
            // docs:end
        });
    }

    @Test
    void permissionDenied() {
        open(Engine.POSTGRESQL);
        provoke(
                PERMISSION_DENIED,
                () -> df.transaction(tx -> {
                    df.dsl().execute("CREATE ROLE clerk_" + database.name());
                    df.dsl().execute("SET LOCAL ROLE clerk_" + database.name());
                    // docs:DF-416
                    // the user may not delete books
                    books.delete(1);
                    // docs:end
                }));
    }
}
