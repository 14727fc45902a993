package dev.dataflow.benchmarks;

import dev.dataflow.DataFlow;
import dev.dataflow.node.ModelNodes;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What PostgreSQL's row security costs beside the tenant's condition, and that beside a model without tenants. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class RowSecurityBenchmark {

    private static final int ROWS = 1000;
    private static final int GROUPS = 10;
    private static final String USER = "benchmark_user";

    /** How tenants are kept apart. */
    public enum Tenants {
        /** There are none. */
        NONE,
        /** By the statements of nodes. */
        CONDITION,
        /** By the database, too. */
        ROW_SECURITY
    }

    /** How. */
    @Param
    Tenants tenants;

    private TestDatabase database;
    private DataFlow df;
    private ModelNodes<?, Long, ?, ?> nodes;
    private LongFunction<?> update;
    private long next;

    /** Fills the table. */
    @Setup
    public void open() throws SQLException {
        database = TestDatabases.create(Engine.POSTGRESQL);
        df = DataFlow.builder()
                .url(ordinaryUser())
                .models(IndexedArticle.class, TenantArticle.class)
                .poolSize(1)
                .requireRowSecurity(tenants == Tenants.ROW_SECURITY)
                .build();
        if (tenants == Tenants.NONE) {
            IndexedArticleNodes articles = IndexedArticleNodes.on(df);
            articles.bulkCreate(IntStream.range(0, ROWS).mapToObj(this::article).toList());
            nodes = articles;
            update = id -> articles.update(id, patch -> patch.stock((int) next));
        } else {
            TenantArticleNodes articles = TenantArticleNodes.on(df.asTenant("acme"));
            articles.bulkCreate(IntStream.range(0, ROWS)
                    .mapToObj(this::article)
                    .map(row -> new TenantArticle(
                            null,
                            row.number(),
                            row.title(),
                            row.description(),
                            row.stock(),
                            row.listed(),
                            row.price(),
                            row.changed()))
                    .toList());
            nodes = articles;
            update = id -> articles.update(id, patch -> patch.stock((int) next));
        }
    }

    private IndexedArticle article(int i) {
        return new IndexedArticle(
                null,
                "A-" + i,
                "Title of article " + i % GROUPS,
                null,
                i,
                i % 2 == 0,
                BigDecimal.valueOf(i, 2),
                Instant.ofEpochSecond(1_800_000_000L + i));
    }

    /** A user whom policies bind, as the server's own is not. */
    private String ordinaryUser() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin create role " + USER + " login password '" + USER
                    + "'; exception when duplicate_object then null; end $$");
            statement.execute("alter database " + database.name() + " owner to " + USER);
        }
        return database.url().replaceAll("[?].*", "") + "?user=" + USER + "&password=" + USER;
    }

    /** Closes it. */
    @TearDown
    public void close() {
        df.close();
        database.close();
    }

    /** One row by key. */
    @Benchmark
    public Object read() {
        return nodes.read(id());
    }

    /** 100 rows by one column. */
    @Benchmark
    public Object list() {
        return nodes.list(query -> query.filter(group()).limit(ROWS));
    }

    /** The number of rows by one column. */
    @Benchmark
    public long count() {
        return nodes.count(query -> query.filter(group()));
    }

    /** One column of a row by key. */
    @Benchmark
    public Object update() {
        return update.apply(id());
    }

    private Map<String, Object> group() {
        return Map.of("title", "Title of article " + id() % GROUPS);
    }

    private long id() {
        return 1 + next++ % ROWS;
    }
}
