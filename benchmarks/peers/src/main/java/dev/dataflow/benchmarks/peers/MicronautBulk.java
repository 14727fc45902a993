package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.Product;
import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.testing.Engine;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** A repository's methods for many rows, which it batches. */
final class MicronautBulk implements BulkPeer<MicronautProduct> {

    private final MicronautContext context;
    private final MicronautProducts products;
    private final TransactionOperations<Connection> transactions;

    MicronautBulk(DataSource pool, Engine engine) {
        context = new MicronautContext(pool, engine);
        products = context.repository(PostgresqlProducts.class, MysqlProducts.class);
        transactions = context.transactions();
    }

    @Override
    public MicronautProduct row(Product product) {
        Instant now = Forms.now();
        return new MicronautProduct(
                product.id(),
                product.number(),
                product.title(),
                product.description(),
                product.stock(),
                product.listed(),
                product.price(),
                product.changed(),
                now,
                now);
    }

    @Override
    public void create(List<MicronautProduct> rows) {
        transactions.executeWrite(status -> products.saveAll(rows));
    }

    @Override
    public List<Long> createReturning(List<MicronautProduct> rows) {
        List<MicronautProduct> saved = transactions.executeWrite(status -> products.saveAll(rows));
        return saved.stream().map(MicronautProduct::id).toList();
    }

    @Override
    public void update(List<MicronautProduct> rows) {
        transactions.executeWrite(status -> {
            products.rewrite(rows);
            return true;
        });
    }

    @Override
    public void upsert(List<MicronautProduct> rows) {
        transactions.executeWrite(status -> {
            products.upsert(rows);
            return true;
        });
    }

    @Override
    public long delete(int stock) {
        return products.remove(stock);
    }

    @Override
    public void close() {
        context.close();
    }
}
