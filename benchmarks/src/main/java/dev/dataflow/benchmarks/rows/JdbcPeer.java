package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** JDBC by hand. */
final class JdbcPeer implements Peer<Offer> {

    private static final String COLUMNS =
            "id, number, title, description, stock, listed, price, changed, created_at, updated_at";
    private static final String INSERT =
            "insert into offers (number, title, description, stock, listed, price, changed,"
                    + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + COLUMNS + " from offers where ";
    private static final String UPDATE = "update offers set title = ?, stock = ?, updated_at = ? where id = ?";

    private final DataSource pool;
    private final Engine engine;

    JdbcPeer(DataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
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
                return new Offer(
                        key.getLong(1),
                        values.number(),
                        values.title(),
                        values.description(),
                        values.stock(),
                        values.listed(),
                        values.price(),
                        values.changed(),
                        now,
                        now);
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
        if (engine == Engine.SQLITE) {
            statement.setString(6, Forms.text(values.price()));
        } else {
            statement.setBigDecimal(6, values.price());
        }
        time(statement, 7, values.changed());
        time(statement, 8, now);
        time(statement, 9, now);
    }

    @Override
    public @Nullable Offer read(long id) {
        return prepared(SELECT + "id = ?", statement -> byKey(statement, id));
    }

    private @Nullable Offer byKey(PreparedStatement statement, long id) throws SQLException {
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? offer(row) : null;
        }
    }

    @Override
    public Offer update(long id, String title, int stock) {
        if (engine == Engine.MYSQL) {
            return updateThenRead(id, title, stock);
        }
        return prepared(UPDATE + " returning " + COLUMNS, statement -> {
            bind(statement, id, title, stock);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return offer(row);
            }
        });
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
        time(statement, 3, Forms.now());
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
            List<Offer> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(offer(row));
                }
            }
            return rows;
        });
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

    private Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                engine == Engine.SQLITE ? Forms.price(row.getString(7)) : row.getBigDecimal(7),
                time(row, 8),
                time(row, 9),
                time(row, 10));
    }

    private void time(PreparedStatement statement, int place, Instant time) throws SQLException {
        switch (engine) {
            case POSTGRESQL -> statement.setObject(place, time.atOffset(ZoneOffset.UTC));
            case SQLITE -> statement.setString(place, Forms.text(time));
            default -> statement.setObject(place, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }

    private Instant time(ResultSet row, int column) throws SQLException {
        return switch (engine) {
            case POSTGRESQL -> row.getObject(column, OffsetDateTime.class).toInstant();
            case SQLITE -> Instant.parse(row.getString(column));
            default -> row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        };
    }

    @Override
    public Offer offer(Offer row) {
        return row;
    }

    @Override
    public void close() {}

    /** Opens it. */
    public static final class Source implements PeerSource {
        /** For the service loader. */
        public Source() {}

        @Override
        public String name() {
            return "jdbc";
        }

        @Override
        public String version() {
            return "the driver's";
        }

        @Override
        public int order() {
            return 0;
        }

        @Override
        public Peer<?> open(DataSource pool, Engine engine) {
            return new JdbcPeer(pool, engine);
        }
    }
}
