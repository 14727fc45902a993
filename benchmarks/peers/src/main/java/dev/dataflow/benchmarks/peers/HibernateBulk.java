package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.Product;
import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.testing.Engine;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The stateless session's methods for many rows. Inserts are not batched by Hibernate where the database makes the key. */
final class HibernateBulk implements BulkPeer<HibernateBulk.Row> {

    private final HibernateSessions sessions;

    HibernateBulk(DataSource pool, Engine engine) {
        sessions = new HibernateSessions(pool, engine, HibernateProduct.class, HibernateNumbered.class);
    }

    /** A row as both of its entities. */
    record Row(HibernateProduct byId, HibernateNumbered byNumber) {}

    @Override
    public Row row(Product product) {
        HibernateProduct byId = fill(new HibernateProduct(), product);
        byId.id = product.id();
        byId.number = product.number();
        HibernateNumbered byNumber = fill(new HibernateNumbered(), product);
        byNumber.number = product.number();
        return new Row(byId, byNumber);
    }

    private static <R extends HibernateColumns> R fill(R row, Product product) {
        Instant now = Forms.now();
        row.title = product.title();
        row.description = product.description();
        row.stock = product.stock();
        row.listed = product.listed();
        row.price = product.price();
        row.changed = product.changed();
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }

    @Override
    public void create(List<Row> rows) {
        sessions.inTransaction(
                session -> session.insertMultiple(rows.stream().map(Row::byId).toList()));
    }

    @Override
    public List<Long> createReturning(List<Row> rows) {
        create(rows);
        return rows.stream().map(row -> row.byId().id).toList();
    }

    @Override
    public void update(List<Row> rows) {
        sessions.inTransaction(
                session -> session.updateMultiple(rows.stream().map(Row::byId).toList()));
    }

    @Override
    public void upsert(List<Row> rows) {
        sessions.inTransaction(session ->
                session.upsertMultiple(rows.stream().map(Row::byNumber).toList()));
    }

    @Override
    public long delete(int stock) {
        return sessions.transaction(
                session -> session.createMutationQuery("delete from HibernateProduct where stock >= :stock")
                        .setParameter("stock", stock)
                        .executeUpdate());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
