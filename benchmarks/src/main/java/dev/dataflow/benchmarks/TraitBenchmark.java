package dev.dataflow.benchmarks;

import dev.dataflow.DataFlow;
import dev.dataflow.node.ModelNodes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

/** What a trait costs: the same nodes on a model with it and on one without, SQLite in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class TraitBenchmark {

    private static final int ROWS = 1000;
    private static final int GROUPS = 10;

    /** The models. */
    public enum Trait {
        /** None. */
        NONE,
        /** Soft delete. */
        SOFT_DELETE,
        /** Versions; a row is updated for the version it has. */
        VERSIONS,
        /** None, with an index that lists and counts use. */
        INDEXED,
        /** Tenants, of which there is one, with the same index. */
        TENANCY
    }

    /** The model's trait. */
    @Param
    Trait trait;

    private MemoryDatabase database;
    private ModelNodes<?, Long, ?, ?> nodes;
    private LongFunction<?> update;
    private long next;

    /** Fills the table. */
    @Setup
    public void open() {
        database = MemoryDatabase.open();
        DataFlow df = database.dataFlow();
        switch (trait) {
            case NONE -> {
                ArticleNodes articles = ArticleNodes.on(df);
                articles.bulkCreate(rows());
                nodes = articles;
                update = id -> articles.update(id, patch -> patch.stock((int) next));
            }
            case INDEXED -> {
                IndexedArticleNodes articles = IndexedArticleNodes.on(df);
                articles.bulkCreate(rows().stream()
                        .map(row -> new IndexedArticle(
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
            case TENANCY -> {
                TenantArticleNodes articles = TenantArticleNodes.on(df.asTenant("acme"));
                articles.bulkCreate(rows().stream()
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
            case SOFT_DELETE -> {
                KeptArticleNodes articles = KeptArticleNodes.on(df);
                articles.bulkCreate(rows().stream()
                        .map(row -> new KeptArticle(
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
            case VERSIONS -> {
                CountedArticleNodes articles = CountedArticleNodes.on(df);
                articles.bulkCreate(rows().stream()
                        .map(row -> new CountedArticle(
                                null,
                                row.number(),
                                row.title(),
                                row.description(),
                                row.stock(),
                                row.listed(),
                                row.price(),
                                row.changed(),
                                0))
                        .toList());
                nodes = articles;
                Map<Long, CountedArticle> read = new HashMap<>();
                articles.list(query -> query.limit(ROWS)).records().forEach(row -> read.put(row.id(), row));
                update = id -> read.compute(id, (same, row) -> articles.update(row, patch -> patch.stock((int) next)));
            }
        }
    }

    private static List<Article> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new Article(
                        null,
                        "A-" + i,
                        "Title of article " + i % GROUPS,
                        null,
                        i,
                        i % 2 == 0,
                        BigDecimal.valueOf(i, 2),
                        Instant.ofEpochSecond(1_800_000_000L + i)))
                .toList();
    }

    /** Closes it. */
    @TearDown
    public void close() {
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
