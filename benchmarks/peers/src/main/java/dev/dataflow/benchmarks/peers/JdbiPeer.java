package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.NewOffer;
import dev.dataflow.benchmarks.rows.Offer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.RowPage;
import dev.dataflow.benchmarks.rows.RowsBehind;
import dev.dataflow.benchmarks.rows.StockTotal;
import dev.dataflow.benchmarks.rows.Storage;
import dev.dataflow.testing.Engine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Jdbi's fluent API with named parameters and a row mapper. */
final class JdbiPeer implements Peer<Offer> {

    private static final String INSERT =
            "insert into offers (number, title, description, stock, listed, price, changed,"
                    + " created_at, updated_at) values (:number, :title, :description, :stock, :listed, :price, :changed,"
                    + " :created, :updated)";
    private static final String UPDATE =
            "update offers set title = :title, stock = :stock, updated_at = :updated where id = :id";
    private static final String READ = "select " + Storage.COLUMNS + " from offers where id = :id";

    private final Jdbi jdbi;
    private final Engine engine;
    private final Storage storage;
    private final RowMapper<Offer> rows;

    JdbiPeer(DataSource pool, Engine engine) {
        this.jdbi = Jdbi.create(pool);
        this.engine = engine;
        this.storage = new Storage(engine);
        this.rows = (row, context) -> storage.offer(row);
    }

    @Override
    public Offer create(NewOffer values) {
        Instant now = Forms.now();
        long id = jdbi.withHandle(handle -> {
            if (engine == Engine.MYSQL) {
                return bind(handle.createUpdate(INSERT), values, now)
                        .executeAndReturnGeneratedKeys()
                        .mapTo(Long.class)
                        .one();
            }
            return bind(handle.createQuery(INSERT + " returning id"), values, now)
                    .mapTo(Long.class)
                    .one();
        });
        return values.offer(id, now);
    }

    private <S extends SqlStatement<S>> S bind(S statement, NewOffer values, Instant now) {
        Object time = storage.time(now);
        return statement
                .bind("number", values.number())
                .bind("title", values.title())
                .bind("description", values.description())
                .bind("stock", values.stock())
                .bind("listed", values.listed())
                .bind("price", storage.price(values.price()))
                .bind("changed", storage.time(values.changed()))
                .bind("created", time)
                .bind("updated", time);
    }

    @Override
    public @Nullable Offer read(long id) {
        return jdbi.withHandle(handle -> read(handle, id));
    }

    private @Nullable Offer read(Handle handle, long id) {
        return handle.createQuery(READ).bind("id", id).map(rows).findOne().orElse(null);
    }

    @Override
    public Offer update(long id, String title, int stock) {
        if (engine == Engine.MYSQL) {
            return jdbi.inTransaction(handle -> {
                bind(handle.createUpdate(UPDATE), id, title, stock).execute();
                return read(handle, id);
            });
        }
        return jdbi.withHandle(
                handle -> bind(handle.createQuery(UPDATE + " returning " + Storage.COLUMNS), id, title, stock)
                        .map(rows)
                        .one());
    }

    @Override
    public long updateCount(long id, String title, int stock) {
        return jdbi.withHandle(
                handle -> bind(handle.createUpdate(UPDATE), id, title, stock).execute());
    }

    private <S extends SqlStatement<S>> S bind(S statement, long id, String title, int stock) {
        return statement
                .bind("title", title)
                .bind("stock", stock)
                .bind("updated", storage.time(Forms.now()))
                .bind("id", id);
    }

    @Override
    public boolean delete(long id) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from offers where id = :id")
                        .bind("id", id)
                        .execute())
                == 1;
    }

    @Override
    public List<Offer> list(int stock, int limit) {
        return list(
                "select " + Storage.COLUMNS + " from offers where stock >= :stock order by id limit :limit",
                stock,
                limit);
    }

    @Override
    public List<Offer> listEqual(int stock) {
        return list(
                "select " + Storage.COLUMNS + " from offers where stock = :stock order by id limit :limit", stock, 100);
    }

    private List<Offer> list(String sql, int stock, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("stock", stock)
                .bind("limit", limit)
                .map(rows)
                .list());
    }

    @Override
    public long count(int stock) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from offers where stock >= :stock")
                .bind("stock", stock)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public RowPage<Offer> page(int offset, int limit) {
        List<Offer> first = jdbi.withHandle(handle -> handle.createQuery(
                        "select " + Storage.COLUMNS + " from offers order by stock, id limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(rows)
                .list());
        return new RowsBehind<>(first, last -> behind(last, limit));
    }

    private List<Offer> behind(Offer last, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + Storage.COLUMNS
                        + " from offers where stock >= :stock and (stock > :stock or id > :id)"
                        + " order by stock, id limit :limit")
                .bind("stock", last.stock())
                .bind("id", last.id())
                .bind("limit", limit)
                .map(rows)
                .list());
    }

    @Override
    public void stream(Consumer<? super Offer> reader) {
        jdbi.useTransaction(handle -> handle.createQuery("select " + Storage.COLUMNS + " from offers")
                .setFetchSize(engine == Engine.MYSQL ? Integer.MIN_VALUE : 1000)
                .map(rows)
                .forEach(reader::accept));
    }

    @Override
    public List<StockTotal> totals(int stock) {
        return jdbi.withHandle(handle -> handle.createQuery("select listed, count(*), sum(stock), max(price)"
                        + " from offers where stock >= :stock group by listed order by listed")
                .bind("stock", stock)
                .map((row, context) -> storage.total(row))
                .list());
    }

    @Override
    public Offer offer(Offer row) {
        return row;
    }

    @Override
    public void close() {}
}
