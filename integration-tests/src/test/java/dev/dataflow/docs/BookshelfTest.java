package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

// docs:testing-every-engine
@EveryEngine
class BookshelfTest {

    private final DataFlow df;

    BookshelfTest(TestDatabase database) {
        df = DataFlow.builder()
                .url(database.url())
                .models(Author.class, Book.class)
                .build();
    }

    @AfterEach
    void close() {
        df.close();
    }

    @Test
    void startsEmpty() {
        assertThat(BookNodes.on(df).count()).isZero();
    }
}
// docs:end
