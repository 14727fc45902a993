package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.bulk.BulkPeer;
import dev.dataflow.benchmarks.bulk.Product;
import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.Storage;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Jdbi's prepared batches with named parameters, 1,000 rows at a time. */
final class JdbiBulk implements BulkPeer<Product> {

    private static final int BATCH = 1000;
    private static final String INSERT =
            "insert into products (number, title, description, stock, listed, price, changed, created_at, updated_at)"
                    + " values (:number, :title, :description, :stock, :listed, :price, :changed, :now, :now)";
    private static final String ASSIGNED = "title = %1$s(title), description = %1$s(description), stock = %1$s(stock),"
            + " listed = %1$s(listed), price = %1$s(price), changed = %1$s(changed), updated_at = %1$s(updated_at)";

    private final Jdbi jdbi;
    private final Engine engine;
    private final Storage storage;
    private final String upsert;

    JdbiBulk(DataSource pool, Engine engine) {
        jdbi = Jdbi.create(pool);
        this.engine = engine;
        storage = new Storage(engine);
        upsert = engine == Engine.MYSQL
                ? " on duplicate key update " + ASSIGNED.formatted("values")
                : " on conflict (number) do update set "
                        + ASSIGNED.formatted("").replaceAll("= \\((\\w+)\\)", "= excluded.$1");
    }

    @Override
    public Product row(Product product) {
        return product;
    }

    @Override
    public void create(List<Product> rows) {
        jdbi.useTransaction(handle -> batches(handle, INSERT, rows, PreparedBatch::execute));
    }

    @Override
    public List<Long> createReturning(List<Product> rows) {
        if (engine == Engine.SQLITE) {
            return createReturningEach(rows); // its driver gives no keys of a batch
        }
        return jdbi.inTransaction(handle -> {
            List<Long> keys = new ArrayList<>(rows.size());
            batches(
                    handle,
                    INSERT,
                    rows,
                    batch -> batch.executePreparedBatch("id").mapTo(Long.class).forEach(keys::add));
            return keys;
        });
    }

    private List<Long> createReturningEach(List<Product> rows) {
        Object now = storage.time(Forms.now());
        return jdbi.inTransaction(handle -> {
            List<Long> keys = new ArrayList<>(rows.size());
            for (Product row : rows) {
                try (Query insert = handle.createQuery(INSERT + " returning id")) {
                    keys.add(bind(insert, row, now).mapTo(Long.class).one());
                }
            }
            return keys;
        });
    }

    @Override
    public void update(List<Product> rows) {
        jdbi.useTransaction(handle -> batches(
                handle,
                "update products set number = :number, title = :title, description = :description, stock = :stock,"
                        + " listed = :listed, price = :price, changed = :changed, updated_at = :now where id = :id",
                rows,
                PreparedBatch::execute));
    }

    @Override
    public void upsert(List<Product> rows) {
        jdbi.useTransaction(handle -> batches(handle, INSERT + upsert, rows, PreparedBatch::execute));
    }

    private interface Execution {
        void run(PreparedBatch batch);
    }

    private void batches(Handle handle, String sql, List<Product> rows, Execution execution) {
        Object now = storage.time(Forms.now());
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (Product row : rows) {
                bind(batch, row, now).add();
                if (batch.size() == BATCH) {
                    execution.run(batch);
                }
            }
            if (batch.size() > 0) {
                execution.run(batch);
            }
        }
    }

    private <S extends SqlStatement<S>> S bind(S statement, Product row, Object now) {
        return statement
                .bind("id", row.id())
                .bind("number", row.number())
                .bind("title", row.title())
                .bind("description", row.description())
                .bind("stock", row.stock())
                .bind("listed", row.listed())
                .bind("price", storage.price(row.price()))
                .bind("changed", storage.time(row.changed()))
                .bind("now", now);
    }

    @Override
    public long delete(int stock) {
        return jdbi.inTransaction(handle -> (long) handle.createUpdate("delete from products where stock >= :stock")
                .bind("stock", stock)
                .execute());
    }
}
