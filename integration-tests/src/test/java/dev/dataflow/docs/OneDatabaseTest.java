package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import org.junit.jupiter.api.Test;

/** One database by hand, as the page about testing shows. */
class OneDatabaseTest {

    @Test
    void byHand() {
        assumeTrue(TestDatabases.engines().contains(Engine.POSTGRESQL), "this test run leaves PostgreSQL out");
        // docs:testing-by-hand
        try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
                DataFlow df = DataFlow.builder()
                        .url(database.url())
                        .models(Author.class, Book.class)
                        .build()) {
            assertThat(AuthorNodes.on(df).count()).isZero();
        }
        // docs:end
    }
}
