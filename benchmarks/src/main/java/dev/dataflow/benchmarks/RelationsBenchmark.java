package dev.dataflow.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * 1,000 orders with 100 customers and 3,000 lines from SQLite in memory: DataFlow, and JDBC by hand on the same pool, each
 * with three statements in one transaction, into the same records.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class RelationsBenchmark {

    private static final int SALES = 1000;
    private static final int BUYERS = 100;
    private static final int LINES = 3;

    private MemoryDatabase database;
    private SaleNodes sales;

    /** Fills the tables. */
    @Setup
    public void open() {
        database = MemoryDatabase.open();
        sales = SaleNodes.on(database.dataFlow());
        BuyerNodes.on(database.dataFlow())
                .bulkCreate(IntStream.range(0, BUYERS)
                        .mapToObj(i -> new Buyer(null, "Buyer " + i, i + "@example.org"))
                        .toList());
        sales.bulkCreate(IntStream.range(0, SALES)
                .mapToObj(i -> new Sale(null, 1 + i % BUYERS, "S-" + i, i % 5))
                .toList());
        SaleLineNodes.on(database.dataFlow())
                .bulkCreate(IntStream.range(0, SALES * LINES)
                        .mapToObj(i -> new SaleLine(null, 1 + i / LINES, "Article " + i, i % 7))
                        .toList());
        if (!dataFlow().equals(byHand())) {
            throw new IllegalStateException("the two do not read the same");
        }
    }

    private List<SaleView> byHand() {
        try {
            return jdbc();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes both. */
    @TearDown
    public void close() {
        database.close();
    }

    /** The list node with a projection. */
    @Benchmark
    public List<SaleView> dataFlow() {
        return sales.list(query -> query.limit(SALES), SaleView.class).records();
    }

    /** JDBC by hand. */
    @Benchmark
    public List<SaleView> jdbc() throws SQLException {
        try (Connection connection = database.pool().getConnection()) {
            connection.setAutoCommit(false);
            List<Sale> read = sales(connection);
            Set<Long> buyerIds = new LinkedHashSet<>();
            List<Long> ids = new ArrayList<>();
            for (Sale sale : read) {
                buyerIds.add(sale.buyerId());
                ids.add(sale.id());
            }
            Map<Long, Buyer> buyers = buyers(connection, buyerIds);
            Map<Long, List<SaleLine>> lines = lines(connection, ids);
            List<SaleView> views = new ArrayList<>();
            for (Sale sale : read) {
                views.add(new SaleView(
                        sale.id(),
                        sale.number(),
                        buyers.get(sale.buyerId()),
                        lines.getOrDefault(sale.id(), List.of())));
            }
            connection.commit();
            connection.setAutoCommit(true);
            return views;
        }
    }

    private static List<Sale> sales(Connection connection) throws SQLException {
        String sql = "select \"id\", \"buyer_id\", \"number\" from \"sales\" order by \"id\" limit " + SALES;
        List<Sale> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Sale(row.getLong(1), row.getLong(2), row.getString(3), 0));
            }
        }
        return found;
    }

    private static Map<Long, Buyer> buyers(Connection connection, Collection<Long> ids) throws SQLException {
        String sql = "select \"id\", \"name\", \"email\" from \"buyers\" where \"id\" in " + places(ids);
        Map<Long, Buyer> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = execute(statement, ids)) {
            while (row.next()) {
                found.put(row.getLong(1), new Buyer(row.getLong(1), row.getString(2), row.getString(3)));
            }
        }
        return found;
    }

    private static Map<Long, List<SaleLine>> lines(Connection connection, Collection<Long> ids) throws SQLException {
        String sql = "select \"id\", \"sale_id\", \"article\", \"quantity\" from \"sale_lines\" where \"sale_id\" in "
                + places(ids) + " order by \"id\"";
        Map<Long, List<SaleLine>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = execute(statement, ids)) {
            while (row.next()) {
                found.computeIfAbsent(row.getLong(2), id -> new ArrayList<>())
                        .add(new SaleLine(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4)));
            }
        }
        return found;
    }

    private static String places(Collection<Long> ids) {
        return "(" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    }

    private static ResultSet execute(PreparedStatement statement, Collection<Long> ids) throws SQLException {
        int position = 0;
        for (long id : ids) {
            statement.setLong(++position, id);
        }
        return statement.executeQuery();
    }
}
