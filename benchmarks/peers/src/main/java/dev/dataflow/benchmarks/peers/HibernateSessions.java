package dev.dataflow.benchmarks.peers;

import dev.dataflow.testing.Engine;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;

/** A session factory on the given pool, and how sessions are used: a stateless one for each call, as its manual advises. */
final class HibernateSessions implements AutoCloseable {

    private final SessionFactory factory;

    HibernateSessions(DataSource pool, Engine engine, Class<?>... entities) {
        Configuration configuration = new Configuration()
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .setProperty("hibernate.jdbc.batch_size", "1000");
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        if (engine == Engine.SQLITE) {
            configuration
                    .setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect")
                    .addAttributeConverter(TextTimes.class, true)
                    .addAttributeConverter(TextPrices.class, true);
        }
        factory = configuration.buildSessionFactory();
    }

    <T> T session(Function<StatelessSession, T> work) {
        try (StatelessSession session = factory.openStatelessSession()) {
            return work.apply(session);
        }
    }

    <T> T transaction(Function<StatelessSession, T> work) {
        return session(session -> {
            session.beginTransaction();
            try {
                T result = work.apply(session);
                session.getTransaction().commit();
                return result;
            } catch (RuntimeException e) {
                session.getTransaction().rollback();
                throw e;
            }
        });
    }

    void inTransaction(Consumer<StatelessSession> work) {
        transaction(session -> {
            work.accept(session);
            return true;
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
