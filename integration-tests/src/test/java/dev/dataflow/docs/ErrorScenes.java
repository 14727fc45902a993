package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** Provokes errors, and compares what they say with their pages. */
abstract class ErrorScenes {

    private final List<TestDatabase> databases = new ArrayList<>();
    private final List<DataFlow> instances = new ArrayList<>();

    @AfterEach
    void close() {
        instances.forEach(DataFlow::close);
        databases.forEach(TestDatabase::close);
    }

    /** Opens an instance that is closed after the test. */
    protected final DataFlow open(DataFlowBuilder builder) {
        DataFlow df = builder.build();
        instances.add(df);
        return df;
    }

    /** A new database. */
    protected final TestDatabase database(Engine engine) {
        assumeTrue(TestDatabases.engines().contains(engine), "this test run leaves " + engine + " out");
        TestDatabase database = TestDatabases.create(engine);
        databases.add(database);
        return database;
    }

    /** A builder for the guide's authors and books. */
    protected static DataFlowBuilder builder(TestDatabase database) {
        return DataFlow.builder().url(database.url()).models(Author.class, Book.class);
    }

    /** Stores an author, and a book of hers with a price. */
    protected static void fill(DataFlow df, String price) {
        AuthorNodes.on(df).create(draft -> draft.name("Jane Austen").email("jane@example.org"));
        BookNodes.on(df)
                .create(draft -> draft.authorId(1)
                        .title("Emma")
                        .isbn("978-0-14-143958-7")
                        .price(new BigDecimal(price)));
    }

    /** Runs what is an error, of this code, and compares it with the code's page. */
    protected final void provoke(ErrorCode code, ThrowingCallable call) {
        Throwable error = catchThrowable(call);
        assertThat(error).as("%s", code).isNotNull();
        assertThat(error.getMessage()).startsWith("[" + code.id() + "] ");
        new ErrorPage(code).check(error, neutral(error.getMessage()));
    }

    /** A message as it is on any machine: what is made up for a run is left out. */
    private String neutral(String message) {
        String text = message;
        for (TestDatabase database : databases) {
            String server = database.url().replaceAll("[?].*", "");
            String named = server.replaceAll("//[^/]*/.*", "//localhost/shop");
            text = text.replace(server, database.engine() == Engine.SQLITE ? "jdbc:sqlite:shop.db" : named)
                    .replace(database.name(), "shop");
        }
        return text.replaceAll("its version is [^;]+;", "its version is 8.0.31;")
                .replaceAll("after \\d+ ms", "after 250 ms")
                .replaceAll("\\d+\\.\\d+\\.\\d+-SNAPSHOT", "0.1.0");
    }
}
