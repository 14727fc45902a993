package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NotFoundException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.TransactionOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenes of the page about errors. */
@EveryEngine
class ErrorsGuideTest extends GuideScenes {

    ErrorsGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void unique() {
        scene("error-unique");
        // docs:error-unique
        try {
            authors.create(draft -> draft.name("Jane").email("jane@example.org"));
        } catch (UniqueViolationException e) {
            print(e.getMessage());
            print(e.code() + " " + e.fields() + " " + e.retryable());
        }
        // docs:end
        end();
    }

    @Test
    void input() {
        scene("error-input");
        // docs:error-input
        try {
            df.node("BookListNode").run(Map.of("filter", Map.of("titel", "Emma")));
        } catch (InvalidInputException e) {
            print(e.getMessage());
        }
        // docs:end
        end();
    }

    @Test
    void notFound() {
        scene("error-not-found");
        // docs:error-not-found
        try {
            books.update(99, patch -> patch.title("Emma"));
        } catch (NotFoundException e) {
            print(e.code().title() + ": " + e.what());
        }
        // docs:end
        end();
    }

    @Test
    void cause() {
        scene("error-cause");
        // docs:error-cause
        try {
            authors.create(draft -> draft.name("Jane").email("jane@example.org"));
        } catch (UniqueViolationException e) {
            print(e.sqlState());
            print(e.getCause().getMessage());
        }
        // docs:end
        end();
    }

    @Test
    void retry() {
        // docs:error-retry
        Book book = df.transactionResult(
                TransactionOptions.defaults().retry(3),
                tx -> books.modify(1, (row, patch) -> patch.title(row.title() + "!")));
        // docs:end
        assertThat(book.title()).isEqualTo("Emma!");
    }
}
