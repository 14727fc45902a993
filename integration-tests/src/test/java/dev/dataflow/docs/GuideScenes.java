package dev.dataflow.docs;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Plays scenes of the guide, each on a fresh database with one author and three books, and compares the statements and the
 * output with the page's.
 */
abstract class GuideScenes {

    private final TestDatabase engine;
    private final Recording recording = new Recording();
    private TestDatabase database;
    private String scene = "";

    protected DataFlow df;
    protected AuthorNodes authors;
    protected BookNodes books;

    /** Plays scenes on an engine, given by a database of it. */
    GuideScenes(TestDatabase engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        database = TestDatabases.create(engine.engine());
        df = builder().build();
        authors = AuthorNodes.on(df);
        books = BookNodes.on(df);
        Author jane = authors.create(draft -> draft.name("Jane Austen").email("jane@example.org"));
        books.bulkCreate(List.of(
                book(jane, "Emma", "978-0-14-143958-7", "9.90", LocalDate.of(1815, 12, 23)),
                book(jane, "Persuasion", "978-0-14-143968-6", "7.50", LocalDate.of(1817, 12, 20)),
                book(jane, "Sanditon", "978-0-14-310613-4", "5.00", null)));
    }

    @AfterEach
    void close() {
        df.close();
        database.close();
    }

    /** Begins a scene: what runs and is printed from now on is compared with the blocks of that name. */
    protected final void scene(String name) {
        scene = name;
        recording.restart();
    }

    /** Ends the scene. */
    protected final void end() {
        String name = engine.engine().name().toLowerCase(Locale.ROOT);
        Pages.check("sql", scene + " " + name, recording.sql());
        Pages.check("output", scene, recording.output());
        Pages.check("output", scene + " " + name, recording.output());
    }

    /** Ends a scene of which the page shows the output only. */
    protected final void endOutput() {
        Pages.check("output", scene, recording.output());
    }

    /** What the pages show as output. */
    protected final void print(Object value) {
        recording.print(value);
    }

    /** Prints each on a line of its own. */
    protected final void print(List<?> values) {
        values.forEach(recording::print);
    }

    /** The database's engine. */
    protected final Engine engine() {
        return engine.engine();
    }

    /** The database's URL. */
    protected final String url() {
        return database.url();
    }

    /** Opens the database with the guide's models only; other suites of this module have theirs. */
    protected final DataFlowBuilder builder() {
        return DataFlow.builder()
                .url(database.url())
                .models(Author.class, Book.class, Reader.class, Patron.class, Holding.class)
                .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
                .statementListener(recording);
    }

    /** A book that is not stored yet. */
    protected static Book book(Author author, String title, String isbn, String price, @Nullable LocalDate published) {
        BookStatus status = published == null ? BookStatus.DRAFT : BookStatus.ON_SALE;
        return new Book(null, author.id(), title, isbn, new BigDecimal(price), status, published);
    }
}
