package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.NewOffer;
import dev.dataflow.benchmarks.rows.Offer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.PeerSource;
import dev.dataflow.testing.Engine;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.jspecify.annotations.Nullable;

/** Hibernate's stateless session, one for each call, as its manual advises for such work. */
final class HibernatePeer implements Peer<HibernateOffer> {

    private final SessionFactory factory;

    HibernatePeer(DataSource pool, Engine engine) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(HibernateOffer.class)
                .setProperty("hibernate.jdbc.time_zone", "UTC");
        configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        if (engine == Engine.SQLITE) {
            configuration
                    .setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect")
                    .addAttributeConverter(TextTimes.class, true)
                    .addAttributeConverter(TextPrices.class, true);
        }
        factory = configuration.buildSessionFactory();
    }

    private <T> T transaction(Function<StatelessSession, T> work) {
        try (StatelessSession session = factory.openStatelessSession()) {
            session.beginTransaction();
            try {
                T result = work.apply(session);
                session.getTransaction().commit();
                return result;
            } catch (RuntimeException e) {
                session.getTransaction().rollback();
                throw e;
            }
        }
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
        transaction(session -> session.insert(row));
        return row;
    }

    @Override
    public @Nullable HibernateOffer read(long id) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return session.get(HibernateOffer.class, id);
        }
    }

    /** Reads the row, changes and writes it, as one does there. */
    @Override
    public HibernateOffer update(long id, String title, int stock) {
        return transaction(session -> {
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
        return transaction(session -> (long) session.createMutationQuery(
                        "update HibernateOffer set title = :title, stock = :stock, updatedAt = :now where id = :id")
                .setParameter("title", title)
                .setParameter("stock", stock)
                .setParameter("now", Forms.now())
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public boolean delete(long id) {
        return transaction(session -> session.createMutationQuery("delete from HibernateOffer where id = :id")
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
        try (StatelessSession session = factory.openStatelessSession()) {
            return session.createSelectionQuery(query, HibernateOffer.class)
                    .setParameter("stock", stock)
                    .setMaxResults(limit)
                    .getResultList();
        }
    }

    @Override
    public long count(int stock) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return session.createSelectionQuery("select count(*) from HibernateOffer where stock >= :stock", Long.class)
                    .setParameter("stock", stock)
                    .getSingleResult();
        }
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
        factory.close();
    }

    /** Opens it. */
    public static final class Source implements PeerSource {
        /** For the service loader. */
        public Source() {}

        @Override
        public String name() {
            return "hibernate";
        }

        @Override
        public String version() {
            return Versions.of("hibernate");
        }

        @Override
        public int order() {
            return 3;
        }

        @Override
        public Peer<?> open(DataSource pool, Engine engine) {
            return new HibernatePeer(pool, engine);
        }
    }
}
