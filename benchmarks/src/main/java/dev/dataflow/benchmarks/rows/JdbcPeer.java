package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** JDBC by hand. */
public final class JdbcPeer implements Peer<Offer> {

    private static final String INSERT =
            "insert into offers (number, title, description, stock, listed, price, changed,"
                    + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + Storage.COLUMNS + " from offers where ";
    private static final String UPDATE = "update offers set title = ?, stock = ?, updated_at = ? where id = ?";

    private final DataSource pool;
    private final Engine engine;
    private final Storage storage;

    /** Opens it on a pool. */
    public JdbcPeer(DataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
        this.storage = new Storage(engine);
    }

    /** Work with a prepared statement. */
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T prepared(String sql, Work<T> work) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Offer create(NewOffer values) {
        Instant now = Forms.now();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = engine == Engine.MYSQL
                        ? connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)
                        : connection.prepareStatement(INSERT + " returning id")) {
            bind(statement, values, now);
            if (engine == Engine.MYSQL) {
                statement.executeUpdate();
            }
            try (ResultSet key = engine == Engine.MYSQL ? statement.getGeneratedKeys() : statement.executeQuery()) {
                key.next();
                long id = key.getLong(1);
                end(key);
                return values.offer(id, now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(PreparedStatement statement, NewOffer values, Instant now) throws SQLException {
        statement.setString(1, values.number());
        statement.setString(2, values.title());
        if (values.description() == null) {
            statement.setNull(3, Types.VARCHAR);
        } else {
            statement.setString(3, values.description());
        }
        statement.setInt(4, values.stock());
        statement.setBoolean(5, values.listed());
        statement.setObject(6, storage.price(values.price()));
        statement.setObject(7, storage.time(values.changed()));
        Object time = storage.time(now);
        statement.setObject(8, time);
        statement.setObject(9, time);
    }

    @Override
    public @Nullable Offer read(long id) {
        return prepared(SELECT + "id = ?", statement -> byKey(statement, id));
    }

    private @Nullable Offer byKey(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? storage.offer(row) : null;
        }
    }

    @Override
    public Offer update(long id, String title, int stock) {
        if (engine == Engine.MYSQL) {
            return updateThenRead(id, title, stock);
        }
        return prepared(UPDATE + " returning " + Storage.COLUMNS, statement -> {
            bind(statement, id, title, stock);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Offer written = storage.offer(row);
                end(row);
                return written;
            }
        });
    }

    /** What is written is sure at the end of the result: SQLite may still refuse it there, which closing would not tell. */
    private static void end(ResultSet written) throws SQLException {
        if (written.next()) {
            throw new IllegalStateException("more than one row");
        }
    }

    /** In one transaction, so that the row is the one that was written. */
    private Offer updateThenRead(long id, String title, int stock) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(UPDATE);
                    PreparedStatement select = connection.prepareStatement(SELECT + "id = ?")) {
                bind(update, id, title, stock);
                update.executeUpdate();
                Offer written = byKey(select, id);
                connection.commit();
                return written;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long updateCount(long id, String title, int stock) {
        return prepared(UPDATE, statement -> {
            bind(statement, id, title, stock);
            return (long) statement.executeUpdate();
        });
    }

    private void bind(PreparedStatement statement, long id, String title, int stock) throws SQLException {
        statement.setString(1, title);
        statement.setInt(2, stock);
        statement.setObject(3, storage.time(Forms.now()));
        statement.setLong(4, id);
    }

    @Override
    public boolean delete(long id) {
        return prepared("delete from offers where id = ?", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public List<Offer> list(int stock, int limit) {
        return rows(SELECT + "stock >= ? order by id limit ?", stock, limit);
    }

    @Override
    public List<Offer> listEqual(int stock) {
        return rows(SELECT + "stock = ? order by id limit ?", stock, 100);
    }

    private List<Offer> rows(String sql, int stock, int limit) {
        return prepared(sql, statement -> {
            statement.setInt(1, stock);
            statement.setInt(2, limit);
            return rows(statement);
        });
    }

    private List<Offer> rows(PreparedStatement statement) throws SQLException {
        List<Offer> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(storage.offer(row));
            }
        }
        return rows;
    }

    @Override
    public long count(int stock) {
        return prepared("select count(*) from offers where stock >= ?", statement -> {
            statement.setInt(1, stock);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public RowPage<Offer> page(int offset, int limit) {
        List<Offer> first = prepared(SELECT + "1 = 1 order by stock, id limit ? offset ?", statement -> {
            statement.setInt(1, limit);
            statement.setInt(2, offset);
            return rows(statement);
        });
        return new RowsBehind<>(first, last -> behind(last, limit));
    }

    private List<Offer> behind(Offer last, int limit) {
        return prepared(SELECT + "stock >= ? and (stock > ? or id > ?) order by stock, id limit ?", statement -> {
            statement.setInt(1, last.stock());
            statement.setInt(2, last.stock());
            statement.setLong(3, last.id());
            statement.setInt(4, limit);
            return rows(statement);
        });
    }

    /** PostgreSQL's driver reads in portions inside a transaction only, MySQL's when it is told so. */
    @Override
    public void stream(Consumer<? super Offer> reader) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("select " + Storage.COLUMNS + " from offers")) {
                statement.setFetchSize(engine == Engine.MYSQL ? Integer.MIN_VALUE : 1000);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        reader.accept(storage.offer(row));
                    }
                }
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<StockTotal> totals(int stock) {
        return prepared(
                "select listed, count(*), sum(stock), max(price) from offers where stock >= ?"
                        + " group by listed order by listed",
                statement -> {
                    statement.setInt(1, stock);
                    List<StockTotal> totals = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            totals.add(storage.total(row));
                        }
                    }
                    return totals;
                });
    }

    @Override
    public Offer offer(Offer row) {
        return row;
    }

    @Override
    public void close() {}
}
