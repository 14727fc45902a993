package dev.dataflow.benchmarks.rows;

import static dev.dataflow.benchmarks.rows.OfferTable.OFFER;

import dev.dataflow.DataFlow;
import dev.dataflow.query.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Our nodes. */
public final class DataFlowPeer implements Peer<Offer> {

    private final DataFlow dataFlow;
    private final OfferNodes offers;

    /** Opens it on a pool. */
    public DataFlowPeer(DataSource pool) {
        dataFlow = DataFlow.builder().dataSource(pool).build();
        offers = OfferNodes.on(dataFlow);
    }

    @Override
    public Offer create(NewOffer values) {
        return offers.create(draft -> draft.number(values.number())
                .title(values.title())
                .description(values.description())
                .stock(values.stock())
                .listed(values.listed())
                .price(values.price())
                .changed(values.changed()));
    }

    @Override
    public @Nullable Offer read(long id) {
        return offers.read(id).orElse(null);
    }

    @Override
    public Offer update(long id, String title, int stock) {
        return offers.update(id, patch -> patch.title(title).stock(stock));
    }

    @Override
    public long updateCount(long id, String title, int stock) {
        return offers.bulkUpdate(
                        q -> q.eq(OFFER.ID, id), patch -> patch.title(title).stock(stock))
                .updated();
    }

    @Override
    public boolean delete(long id) {
        return offers.delete(id);
    }

    @Override
    public List<Offer> list(int stock, int limit) {
        return offers.list(q -> q.gte(OFFER.STOCK, stock).limit(limit)).records();
    }

    @Override
    public List<Offer> listEqual(int stock) {
        return offers.list(q -> q.eq(OFFER.STOCK, stock)).records();
    }

    @Override
    public List<Offer> listCondition(int stock) {
        return offers.list(q -> q.where(OFFER.STOCK.eq(stock))).records();
    }

    @Override
    public long count(int stock) {
        return offers.count(q -> q.gte(OFFER.STOCK, stock));
    }

    @Override
    public RowPage<Offer> page(int offset, int limit) {
        return new OfferPage(
                offers.list(q -> q.orderBy(OFFER.STOCK).offset(offset).limit(limit)));
    }

    /** A page as the list node gives it. */
    private record OfferPage(Page<Offer> page) implements RowPage<Offer> {

        @Override
        public List<Offer> rows() {
            return page.records();
        }

        @Override
        public RowPage<Offer> next() {
            return new OfferPage(page.next());
        }
    }

    @Override
    public void stream(Consumer<? super Offer> reader) {
        try (Stream<Offer> rows = offers.stream(q -> {})) {
            rows.forEach(reader);
        }
    }

    @Override
    public List<StockTotal> totals(int stock) {
        return offers
                .aggregate(q -> q.gte(OFFER.STOCK, stock)
                        .groupBy(OFFER.LISTED)
                        .count("rows")
                        .sum("sum", OFFER.STOCK)
                        .max("highest", OFFER.PRICE))
                .stream()
                .map(group -> new StockTotal(
                        group.get(OFFER.LISTED),
                        group.count("rows"),
                        group.value("sum", Long.class),
                        group.decimal("highest")))
                .toList();
    }

    @Override
    public Offer offer(Offer row) {
        return row;
    }

    @Override
    public void close() {
        dataFlow.close();
    }
}
