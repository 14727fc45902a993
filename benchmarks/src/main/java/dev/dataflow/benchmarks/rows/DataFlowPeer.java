package dev.dataflow.benchmarks.rows;

import static dev.dataflow.benchmarks.rows.OfferTable.OFFER;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Our nodes. */
final class DataFlowPeer implements Peer<Offer> {

    private final DataFlow dataFlow;
    private final OfferNodes offers;

    DataFlowPeer(DataSource pool) {
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
    public Offer offer(Offer row) {
        return row;
    }

    @Override
    public void close() {
        dataFlow.close();
    }

    /** Opens it. */
    public static final class Source implements PeerSource {
        /** For the service loader. */
        public Source() {}

        @Override
        public String name() {
            return "dataflow";
        }

        @Override
        public String version() {
            return "this build";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Peer<?> open(DataSource pool, Engine engine) {
            return new DataFlowPeer(pool);
        }
    }
}
