package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.scale.ModelSet;
import dev.dataflow.benchmarks.scale.Started;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/** Opens a session factory of many entities and reads a row of the first one. */
public final class HibernateStartup {

    private HibernateStartup() {}

    /** Runs it; the arguments are a URL, how many entities there are, and create or read. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        long start = System.nanoTime();
        boolean create = arguments[2].equals("create");
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", arguments[0])
                .setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect")
                .setProperty("hibernate.hbm2ddl.auto", create ? "create" : "none");
        for (int i = 1; i <= Integer.parseInt(arguments[1]); i++) {
            configuration.addAnnotatedClass(Class.forName("many." + ModelSet.name(i)));
        }
        Class<?> first = Class.forName("many." + ModelSet.name(1));
        try (SessionFactory factory = configuration.buildSessionFactory();
                StatelessSession session = factory.openStatelessSession()) {
            if (create) {
                Object row = first.getConstructor().newInstance();
                first.getField("id").set(row, 1L);
                first.getField("title").set(row, "A title");
                session.beginTransaction();
                session.insert(row);
                session.getTransaction().commit();
            }
            Object row = session.get(first, 1L);
            Started.report(start);
            if (!"A title".equals(first.getField("title").get(row))) {
                throw new IllegalStateException("no row");
            }
        }
    }
}
