package dev.dataflow.benchmarks.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database with the table, and the pool that every peer is given. */
public final class RowDatabase implements AutoCloseable {

    /** The system property with the URL of a database that is already there. */
    public static final String URL = "benchmarks.url";

    private final @Nullable TestDatabase own;
    private final HikariDataSource pool;
    private final DataFlow dataFlow;
    private final OfferNodes offers;

    private RowDatabase(@Nullable TestDatabase own, String url, Engine engine) {
        this.own = own;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                engine == Engine.SQLITE
                        ? url + (url.contains("?") ? "&" : "?") + "journal_mode=WAL&synchronous=NORMAL"
                        : url);
        config.setMaximumPoolSize(2);
        pool = new HikariDataSource(config);
        dataFlow = DataFlow.builder().dataSource(pool).build();
        offers = OfferNodes.on(dataFlow);
    }

    /** Opens the database that the system property names, else a fresh one. */
    public static RowDatabase open(Engine engine) {
        String url = System.getProperty(URL);
        if (url != null) {
            return new RowDatabase(null, url, engine);
        }
        TestDatabase own = TestDatabases.create(engine);
        return new RowDatabase(own, own.url(), engine);
    }

    /** The pool. */
    public DataSource pool() {
        return pool;
    }

    /** Leaves the first rows and no others; returns their keys. */
    public List<Long> refill(int rows) {
        offers.bulkDelete(q -> q.confirmed());
        return offers.bulkCreate(
                        LongStream.rangeClosed(1, rows).mapToObj(RowDatabase::offer)::iterator, o -> o.returnIds())
                .ids();
    }

    private static Offer offer(long i) {
        NewOffer row = NewOffer.of(i);
        return new Offer(
                null,
                row.number(),
                row.title(),
                row.description(),
                row.stock(),
                row.listed(),
                row.price(),
                row.changed(),
                null,
                null);
    }

    @Override
    public void close() {
        dataFlow.close();
        pool.close();
        if (own != null) {
            own.close();
        }
    }
}
