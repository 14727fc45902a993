package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.NewOffer;
import dev.dataflow.benchmarks.rows.Offer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.PeerSource;
import dev.dataflow.testing.Engine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.model.Pageable;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Micronaut Data JDBC: a repository whose queries are made by its annotation processor. It has no dialect for SQLite. */
final class MicronautPeer implements Peer<MicronautOffer> {

    private final ApplicationContext context;
    private final MicronautOffers offers;
    private final TransactionOperations<Connection> transactions;

    MicronautPeer(DataSource pool, Engine engine) {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of("datasources.default.dialect", engine == Engine.POSTGRESQL ? "POSTGRES" : "MYSQL"))
                .singletons(new Pool(pool))
                .start();
        Class<? extends MicronautOffers> repository =
                engine == Engine.POSTGRESQL ? PostgresqlOffers.class : MysqlOffers.class;
        offers = context.getBean(repository);
        transactions = context.getBean(DataSourceTransactionManager.class);
    }

    @Override
    public MicronautOffer create(NewOffer values) {
        Instant now = Forms.now();
        return offers.save(new MicronautOffer(
                null,
                values.number(),
                values.title(),
                values.description(),
                values.stock(),
                values.listed(),
                values.price(),
                values.changed(),
                now,
                now));
    }

    @Override
    public @Nullable MicronautOffer read(long id) {
        return offers.findById(id).orElse(null);
    }

    /** Updates the columns and reads the row, since a repository returns no rows from an update. */
    @Override
    public MicronautOffer update(long id, String title, int stock) {
        return transactions.executeWrite(status -> {
            updateCount(id, title, stock);
            return offers.findById(id).orElseThrow();
        });
    }

    @Override
    public long updateCount(long id, String title, int stock) {
        return offers.update(id, title, stock, Forms.now());
    }

    @Override
    public boolean delete(long id) {
        return offers.remove(id) == 1;
    }

    @Override
    public List<MicronautOffer> list(int stock, int limit) {
        return offers.findByStockGreaterThanEqualsOrderById(
                stock, Pageable.from(0, limit).withoutTotal());
    }

    @Override
    public List<MicronautOffer> listEqual(int stock) {
        return offers.findByStockOrderById(stock, Pageable.from(0, 100).withoutTotal());
    }

    @Override
    public long count(int stock) {
        return offers.countByStockGreaterThanEquals(stock);
    }

    @Override
    public Offer offer(MicronautOffer row) {
        return new Offer(
                row.id(),
                row.number(),
                row.title(),
                row.description(),
                row.stock(),
                row.listed(),
                row.price(),
                row.changed(),
                row.createdAt(),
                row.updatedAt());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Opens it. */
    public static final class Source implements PeerSource {
        /** For the service loader. */
        public Source() {}

        @Override
        public String name() {
            return "micronaut";
        }

        @Override
        public String version() {
            return Versions.of("micronaut");
        }

        @Override
        public int order() {
            return 5;
        }

        @Override
        public boolean supports(Engine engine) {
            return engine == Engine.POSTGRESQL || engine == Engine.MYSQL;
        }

        @Override
        public Peer<?> open(DataSource pool, Engine engine) {
            return new MicronautPeer(pool, engine);
        }
    }
}
