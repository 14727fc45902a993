package dev.dataflow.benchmarks.bulk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One database, one pool, and the same work on it by each candidate. Peers are added to {@link #candidates}. */
public final class BulkWork implements AutoCloseable {

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final DataFlow dataFlow;
    private final ProductNodes products;
    private final Jdbc jdbc;
    private final int count;
    private List<Product> fresh = List.of();
    private List<Product> stored = List.of();

    /** Something done to all rows; tables are prepared before it. */
    @FunctionalInterface
    public interface Task {
        /** Runs it. */
        Object run();
    }

    /** Opens a database of an engine. */
    public BulkWork(Engine engine, int count) {
        this.count = count;
        this.database = TestDatabases.create(engine);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url() + options(database.url(), engine));
        config.setMaximumPoolSize(2);
        this.pool = new HikariDataSource(config);
        this.dataFlow = DataFlow.builder().dataSource(pool).build();
        this.products = ProductNodes.on(dataFlow);
        this.jdbc = engine == Engine.POSTGRESQL ? new PostgresJdbc(pool) : new Jdbc(pool, engine);
    }

    /** What the drivers offer for batches. */
    private static String options(String url, Engine engine) {
        String separator = url.contains("?") ? "&" : "?";
        return switch (engine) {
            case POSTGRESQL -> separator + "reWriteBatchedInserts=true";
            case MYSQL -> separator + "rewriteBatchedStatements=true";
            default -> "";
        };
    }

    /** Each candidate's way to do some work, JDBC's batches first. */
    public Map<String, Task> candidates(String work) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        switch (work) {
            case "create" -> {
                tasks.put("jdbc", () -> jdbc.create(fresh));
                if (jdbc instanceof PostgresJdbc postgres) {
                    tasks.put("copy", () -> postgres.copy(fresh));
                }
                tasks.put("dataflow", () -> products.bulkCreate(fresh));
            }
            case "createReturning" -> {
                tasks.put("jdbc", () -> jdbc.createReturning(fresh));
                tasks.put("dataflow", () -> products.bulkCreate(fresh, o -> o.returnIds()));
            }
            case "update" -> {
                tasks.put("jdbc", () -> jdbc.update(stored));
                if (jdbc instanceof PostgresJdbc postgres) {
                    tasks.put("unnest", () -> postgres.unnestUpdate(stored));
                }
                tasks.put("dataflow", () -> products.bulkUpdate(stored));
            }
            case "upsert" -> {
                tasks.put("jdbc", () -> jdbc.upsert(fresh));
                if (jdbc instanceof PostgresJdbc postgres) {
                    tasks.put("unnest", () -> postgres.unnestUpsert(fresh));
                }
                tasks.put("dataflow", () -> products.bulkUpsert(fresh));
            }
            case "delete" -> {
                tasks.put("jdbc", jdbc::delete);
                tasks.put(
                        "dataflow",
                        () -> products.bulkDelete(q -> q.where(ProductTable.PRODUCT.STOCK.ge(0)))
                                .deleted());
            }
            default -> throw new IllegalArgumentException(work);
        }
        return tasks;
    }

    /** Leaves behind what the work starts from: no rows, half of them for an upsert, or all. */
    public void prepare(String work) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(database.engine() == Engine.SQLITE ? "delete from products" : "truncate table products");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        fresh = IntStream.range(0, count).mapToObj(i -> product(null, i)).toList();
        Stream<Product> before = switch (work) {
            case "update", "delete" -> fresh.stream();
            case "upsert" -> fresh.stream().filter(row -> row.stock() % 2 == 0);
            default -> Stream.empty();
        };
        List<Product> rows = before.toList();
        if (!rows.isEmpty()) {
            List<Long> ids = products.bulkCreate(rows, o -> o.returnIds()).ids();
            stored = IntStream.range(0, rows.size())
                    .mapToObj(i -> product(Objects.requireNonNull(ids.get(i)), i))
                    .toList();
        }
    }

    private static Product product(Long id, int i) {
        return new Product(
                id,
                "P-" + i,
                (id == null ? "Title of product " : "New title of product ") + i,
                i % 3 == 0 ? null : "A longer description of the product with the number " + i,
                i,
                i % 2 == 0,
                BigDecimal.valueOf(i, 2),
                Instant.ofEpochSecond(1_800_000_000L + i));
    }

    @Override
    public void close() {
        dataFlow.close();
        pool.close();
        database.close();
    }
}
