package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.NewOffer;
import dev.dataflow.benchmarks.rows.Offer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.RowPage;
import dev.dataflow.benchmarks.rows.RowsBehind;
import dev.dataflow.benchmarks.rows.StockTotal;
import dev.dataflow.testing.Engine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hibernate's stateless session, one for each call, as its manual advises for such work. */
final class HibernatePeer implements Peer<HibernateOffer> {

    private final HibernateSessions sessions;
    private final int fetchSize;

    HibernatePeer(DataSource pool, Engine engine) {
        sessions = new HibernateSessions(pool, engine, HibernateOffer.class);
        fetchSize = engine == Engine.MYSQL ? Integer.MIN_VALUE : 1000;
    }

    @Override
    public HibernateOffer create(NewOffer values) {
        HibernateOffer row = new HibernateOffer();
        Instant now = Forms.now();
        row.number = values.number();
        row.title = values.title();
        row.description = values.description();
        row.stock = values.stock();
        row.listed = values.listed();
        row.price = values.price();
        row.changed = values.changed();
        row.createdAt = now;
        row.updatedAt = now;
        sessions.transaction(session -> session.insert(row));
        return row;
    }

    @Override
    public @Nullable HibernateOffer read(long id) {
        return sessions.session(session -> session.get(HibernateOffer.class, id));
    }

    /** Reads the row, changes and writes it, as one does there. */
    @Override
    public HibernateOffer update(long id, String title, int stock) {
        return sessions.transaction(session -> {
            HibernateOffer row = session.get(HibernateOffer.class, id);
            row.title = title;
            row.stock = stock;
            row.updatedAt = Forms.now();
            session.update(row);
            return row;
        });
    }

    @Override
    public long updateCount(long id, String title, int stock) {
        return sessions.transaction(session -> (long) session.createMutationQuery(
                        "update HibernateOffer set title = :title, stock = :stock, updatedAt = :now where id = :id")
                .setParameter("title", title)
                .setParameter("stock", stock)
                .setParameter("now", Forms.now())
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public boolean delete(long id) {
        return sessions.transaction(session -> session.createMutationQuery("delete from HibernateOffer where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1);
    }

    @Override
    public List<HibernateOffer> list(int stock, int limit) {
        return list("from HibernateOffer where stock >= :stock order by id", stock, limit);
    }

    @Override
    public List<HibernateOffer> listEqual(int stock) {
        return list("from HibernateOffer where stock = :stock order by id", stock, 100);
    }

    private List<HibernateOffer> list(String query, int stock, int limit) {
        return sessions.session(session -> session.createSelectionQuery(query, HibernateOffer.class)
                .setParameter("stock", stock)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public long count(int stock) {
        return sessions.session(session -> session.createSelectionQuery(
                        "select count(*) from HibernateOffer where stock >= :stock", Long.class)
                .setParameter("stock", stock)
                .getSingleResult());
    }

    @Override
    public RowPage<HibernateOffer> page(int offset, int limit) {
        List<HibernateOffer> first = sessions.session(
                session -> session.createSelectionQuery("from HibernateOffer order by stock, id", HibernateOffer.class)
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList());
        return new RowsBehind<>(first, last -> behind(last, limit));
    }

    private List<HibernateOffer> behind(HibernateOffer last, int limit) {
        return sessions.session(session -> session.createSelectionQuery(
                        "from HibernateOffer where stock >= :stock and (stock > :stock or id > :id) order by stock, id",
                        HibernateOffer.class)
                .setParameter("stock", last.stock)
                .setParameter("id", last.id)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public void stream(Consumer<? super HibernateOffer> reader) {
        sessions.transaction(session -> {
            try (Stream<HibernateOffer> rows = session.createSelectionQuery("from HibernateOffer", HibernateOffer.class)
                    .setFetchSize(fetchSize)
                    .getResultStream()) {
                rows.forEach(reader);
            }
            return true;
        });
    }

    @Override
    public List<StockTotal> totals(int stock) {
        return sessions.session(session -> session.createSelectionQuery(
                        "select listed, count(*), sum(stock), max(price) from HibernateOffer where stock >= :stock"
                                + " group by listed order by listed",
                        StockTotal.class)
                .setParameter("stock", stock)
                .getResultList());
    }

    @Override
    public Offer offer(HibernateOffer row) {
        return new Offer(
                row.id,
                row.number,
                row.title,
                row.description,
                row.stock,
                row.listed,
                row.price,
                row.changed,
                row.createdAt,
                row.updatedAt);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
