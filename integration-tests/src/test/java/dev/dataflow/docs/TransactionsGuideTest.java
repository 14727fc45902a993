package dev.dataflow.docs;

import static dev.dataflow.docs.BookTable.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.DataFlow;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.RetryPolicy;
import dev.dataflow.transaction.TransactionOptions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.Test;

/** The scenes of the page about transactions. */
@EveryEngine
class TransactionsGuideTest extends GuideScenes {

    TransactionsGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void transaction() {
        scene("transaction");
        // docs:transaction
        df.transaction(tx -> {
            books.delete(3);
            authors.create(draft -> draft.name("Mary Shelley").email("mary@example.org"));
        });
        // docs:end
        print(books.count() + " " + authors.count());
        end();
    }

    @Test
    void result() {
        scene("transaction-result");
        // docs:transaction-result
        Book book = df.transactionResult(tx -> {
            Author mary = authors.create(draft -> draft.name("Mary Shelley").email("mary@example.org"));
            return books.create(
                    draft -> draft.authorId(mary.id()).title("Frankenstein").isbn("978-0-14-143947-1"));
        });
        print(book);
        // docs:end
        end();
    }

    @Test
    void rollback() {
        scene("transaction-rollback");
        // docs:transaction-rollback
        try {
            df.transaction(tx -> {
                books.delete(3);
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException e) {
            print(books.count() + " books are still there");
        }
        // docs:end
        end();
    }

    @Test
    void nested() {
        scene("transaction-nested");
        // docs:transaction-nested
        df.transaction(tx -> {
            books.delete(3);
            try {
                df.transaction(inner -> {
                    books.delete(2);
                    throw new IllegalStateException("undo this part only");
                });
            } catch (IllegalStateException e) {
                print(books.count());
            }
        });
        // docs:end
        print(books.count());
        end();
    }

    @Test
    void options() {
        scene("transaction-options");
        // docs:transaction-options
        df.transaction(TransactionOptions.serializable().timeout(Duration.ofSeconds(10)), tx -> {
            if (books.count() < 10) {
                books.update(3, patch -> patch.status(BookStatus.ON_SALE));
            }
        });
        // docs:end
        print(books.read(3).orElseThrow().status());
        end();
        assertThatThrownBy(() -> df.transaction(TransactionOptions.reading(), tx -> books.delete(1)))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_READ_ONLY));
    }

    @Test
    void retry() {
        scene("transaction-retry");
        // docs:transaction-retry
        TransactionOptions again = TransactionOptions.serializable()
                .retry(RetryPolicy.of(5).backoff(Duration.ofMillis(10), Duration.ofMillis(200)))
                .timeout(Duration.ofSeconds(5));
        int onSale = df.transactionResult(again, tx -> {
            List<Book> drafts =
                    books.list(q -> q.where(BOOK.STATUS.eq(BookStatus.DRAFT))).records();
            drafts.forEach(book -> books.update(book, patch -> patch.status(BookStatus.ON_SALE)));
            return drafts.size();
        });
        print(onSale + " put on sale, " + df.transactionMetrics().retries() + " retries");
        // docs:end
        end();
    }

    @Test
    void afterCommit() {
        scene("transaction-after-commit");
        // docs:transaction-after-commit
        df.transaction(tx -> {
            books.delete(3);
            df.afterCommit(() -> print("mail sent, " + books.count() + " books left"));
            try {
                df.transaction(inner -> {
                    df.afterCommit(() -> print("never said"));
                    throw new IllegalStateException("undo this part only");
                });
            } catch (IllegalStateException e) {
                print("undone");
            }
        });
        // docs:end
        end();
    }

    @Test
    void timeout() {
        scene("transaction-timeout");
        String slowQuery = slowQuery();
        // docs:transaction-timeout
        try {
            df.transaction(TransactionOptions.defaults().timeout(Duration.ofMillis(100)), tx -> {
                books.delete(3);
                df.dsl().fetch(slowQuery); // cancelled after a tenth of a second
            });
        } catch (DataFlowException e) {
            print(e.code() + ", " + books.count() + " books are still there");
        }
        // docs:end
        end();
    }

    /** One that would work for hours. */
    private String slowQuery() {
        return switch (df.dsl().dialect().family()) {
            case POSTGRES -> "SELECT pg_sleep(10000)";
            case SQLITE -> "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
            default ->
                "SELECT count(*) FROM information_schema.columns a, information_schema.columns b,"
                        + " information_schema.columns c WHERE rand() < c.ordinal_position";
        };
    }

    @Test
    void threads() {
        scene("transaction-threads");
        // docs:transaction-threads
        df.transaction(tx -> {
            BookNodes shared = BookNodes.on(tx);
            CompletableFuture.runAsync(() -> shared.delete(3)).join();
        });
        // docs:end
        print(books.count());
        end();
    }

    @Test
    void dsl() {
        scene("transaction-dsl");
        // docs:transaction-dsl
        df.transaction(tx -> {
            books.create(draft -> draft.authorId(1).title("Lady Susan").isbn("978-0-14-043102-5"));
            print(tx.dsl().fetchCount(BOOK));
        });
        df.dsl().transaction(configuration -> books.delete(3));
        // docs:end
        print(books.count());
        end();
    }

    @Test
    void outer() throws SQLException {
        df.close();
        scene("transaction-outer");
        try (Connection connection = DriverManager.getConnection(url());
                DataFlow joined = builder()
                        .connectionProvider(new DefaultConnectionProvider(connection))
                        .build()) {
            BookNodes theirs = BookNodes.on(joined);
            // docs:transaction-outer
            connection.setAutoCommit(false);
            theirs.update(1, patch -> patch.price(BigDecimal.ONE));
            joined.transaction(tx -> theirs.delete(3)); // a savepoint
            connection.rollback(); // undoes both
            // docs:end
            print(theirs.count());
        }
        end();
    }
}
