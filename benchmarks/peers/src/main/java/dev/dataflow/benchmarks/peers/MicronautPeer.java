package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.NewOffer;
import dev.dataflow.benchmarks.rows.Offer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.RowPage;
import dev.dataflow.benchmarks.rows.RowsBehind;
import dev.dataflow.benchmarks.rows.StockTotal;
import dev.dataflow.testing.Engine;
import io.micronaut.data.model.Pageable;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Micronaut Data JDBC: a repository whose queries are made by its annotation processor. It has no dialect for SQLite. */
final class MicronautPeer implements Peer<MicronautOffer> {

    private final MicronautContext context;
    private final MicronautOffers offers;
    private final TransactionOperations<Connection> transactions;

    MicronautPeer(DataSource pool, Engine engine) {
        context = new MicronautContext(pool, engine);
        offers = context.repository(PostgresqlOffers.class, MysqlOffers.class);
        transactions = context.transactions();
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
    public RowPage<MicronautOffer> page(int offset, int limit) {
        return new RowsBehind<>(offers.inOrder(limit, offset), last -> offers.behind(last.stock(), last.id(), limit));
    }

    @Override
    public void stream(Consumer<? super MicronautOffer> reader) {
        throw new UnsupportedOperationException(
                "Micronaut Data 4 sets no fetch size, so that drivers read all rows of a stream into memory first");
    }

    @Override
    public List<StockTotal> totals(int stock) {
        return offers.totals(stock).stream()
                .map(total -> new StockTotal(total.listed(), total.numberOf(), total.stock(), total.price()))
                .toList();
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
}
