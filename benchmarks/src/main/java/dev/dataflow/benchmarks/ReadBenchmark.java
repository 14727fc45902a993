package dev.dataflow.benchmarks;

import dev.dataflow.type.SortableDecimal;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One row by key from SQLite in memory: DataFlow, and JDBC by hand on the same pool, reading the same columns into the same
 * record, with the statement prepared for each call by both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class ReadBenchmark {

    private static final String SELECT = "select \"id\", \"number\", \"title\", \"description\", \"stock\", \"listed\","
            + " \"price\", \"changed\" from \"articles\" where \"id\" = ?";
    private static final int ROWS = 1000;

    private MemoryDatabase database;
    private ArticleNodes articles;
    private long next;

    /** Fills the table. */
    @Setup
    public void open() {
        database = MemoryDatabase.open();
        articles = ArticleNodes.on(database.dataFlow());
        articles.bulkCreate(IntStream.range(0, ROWS)
                .mapToObj(i -> new Article(
                        null,
                        "A-" + i,
                        "Title of article " + i,
                        i % 3 == 0 ? null : "Description " + i,
                        i,
                        i % 2 == 0,
                        BigDecimal.valueOf(i, 2),
                        Instant.ofEpochSecond(1_800_000_000L + i)))
                .toList());
    }

    /** Closes both. */
    @TearDown
    public void close() {
        database.close();
    }

    /** The read node. */
    @Benchmark
    public Optional<Article> dataFlow() {
        return articles.read(id());
    }

    /** JDBC by hand. */
    @Benchmark
    public Optional<Article> jdbc() throws SQLException {
        try (Connection connection = database.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(article(row)) : Optional.empty();
            }
        }
    }

    private long id() {
        return 1 + next++ % ROWS;
    }

    private static Article article(ResultSet row) throws SQLException {
        return new Article(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                SortableDecimal.decode(row.getString(7)).setScale(10),
                Instant.parse(row.getString(8)));
    }
}
