package dev.dataflow.benchmarks.trait;

import dev.dataflow.benchmarks.Article;
import dev.dataflow.testing.Engine;
import dev.dataflow.type.SortableDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** By JDBC, with the same conditions, and under row security what tells the tenant in the same message. */
final class HandCalls implements Calls {

    private static final String COLUMNS = "id, number, title, description, stock, listed, price, changed";

    private final DataSource pool;
    private final Engine engine;
    private final Trait trait;
    private final boolean returning;
    private final String read;
    private final String list;
    private final String count;
    private final String update;
    private final Map<Long, Long> versions = new HashMap<>();

    HandCalls(DataSource pool, Engine engine, Trait trait) {
        this.pool = pool;
        this.engine = engine;
        this.trait = trait;
        this.returning = engine == Engine.POSTGRESQL || engine == Engine.SQLITE;
        String told = trait.hasRowSecurity() ? "select where set_config('dataflow.tenant', ?, true) is null; " : "";
        String columns = COLUMNS + (trait.isVersioned() ? ", version" : "");
        String rest = (trait.hasTenants() ? " and tenant_id = ?" : "")
                + (trait.deletesSoftly() ? " and deleted_at is null" : "");
        String from = " from " + trait.table() + " where ";
        this.read = told + "select " + columns + from + "id = ?" + rest;
        this.list = told + "select " + columns + from + "title = ?" + rest + " order by id limit ?";
        this.count = told + "select count(*)" + from + "title = ?" + rest;
        this.update = told + "update " + trait.table() + " set stock = ?"
                + (trait.isVersioned() ? ", version = version + 1" : "") + " where id = ?" + rest
                + (trait.isVersioned() ? " and version = ?" : "") + (returning ? " returning " + columns : "");
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private interface Read<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T on(Use<T> use) {
        try (Connection connection = pool.getConnection()) {
            return use.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T run(Connection connection, String sql, Object first, Object second, Read<T> read)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = tell(statement);
            statement.setObject(++at, first);
            if (sql.equals(update)) {
                statement.setObject(++at, second);
            }
            if (trait.hasTenants()) {
                statement.setString(++at, Trait.TENANT);
            }
            if (sql.equals(list)) {
                statement.setObject(++at, second);
            }
            if (sql.equals(update) && trait.isVersioned()) {
                statement.setLong(++at, versions.getOrDefault(second, 1L));
            }
            return read.of(rows(statement));
        }
    }

    private int tell(PreparedStatement statement) throws SQLException {
        if (!trait.hasRowSecurity()) {
            return 0;
        }
        statement.setString(1, Trait.TENANT);
        return 1;
    }

    private ResultSet rows(PreparedStatement statement) throws SQLException {
        if (!trait.hasRowSecurity()) {
            return statement.executeQuery();
        }
        statement.execute();
        statement.getMoreResults();
        return statement.getResultSet();
    }

    @Override
    public Object read(long id) {
        return on(connection -> run(connection, read, id, 0, this::one));
    }

    @Override
    public Object list(String title) {
        return on(connection -> run(connection, list, title, ArticleRows.COUNT, rows -> {
            List<Article> all = new ArrayList<>();
            while (rows.next()) {
                all.add(article(rows));
            }
            return all;
        }));
    }

    @Override
    public Object count(String title) {
        return on(connection -> run(connection, count, title, 0, rows -> {
            rows.next();
            return rows.getLong(1);
        }));
    }

    @Override
    public Object update(long id, int stock) {
        Article written = on(connection -> {
            if (returning) {
                return run(connection, update, stock, id, this::one);
            }
            connection.setAutoCommit(false);
            write(connection, id, stock);
            Article row = run(connection, read, id, 0, this::one);
            connection.commit();
            connection.setAutoCommit(true);
            return row;
        });
        versions.merge(id, 2L, (before, one) -> before + 1);
        return written;
    }

    private void write(Connection connection, long id, int stock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            int at = 0;
            statement.setInt(++at, stock);
            statement.setLong(++at, id);
            if (trait.hasTenants()) {
                statement.setString(++at, Trait.TENANT);
            }
            if (trait.isVersioned()) {
                statement.setLong(++at, versions.getOrDefault(id, 1L));
            }
            statement.executeUpdate();
        }
    }

    private Article one(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("no row");
        }
        return article(rows);
    }

    private Article article(ResultSet row) throws SQLException {
        if (trait.isVersioned()) {
            row.getLong(9);
        }
        return new Article(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                engine == Engine.SQLITE
                        ? SortableDecimal.decode(row.getString(7)).setScale(10)
                        : row.getBigDecimal(7),
                changed(row));
    }

    private Instant changed(ResultSet row) throws SQLException {
        return switch (engine) {
            case SQLITE -> Instant.parse(row.getString(8));
            case POSTGRESQL -> row.getObject(8, OffsetDateTime.class).toInstant();
            case MYSQL, MARIADB -> row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        };
    }
}
