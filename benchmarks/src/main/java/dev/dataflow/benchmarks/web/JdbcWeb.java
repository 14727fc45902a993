package dev.dataflow.benchmarks.web;

import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** JDBC by hand: one connection and one prepared statement for all rows of a request. */
public final class JdbcWeb implements WebPeer {

    private static final String READ = "select id, random_number from worlds where id = ?";

    private final DataSource pool;

    /** Opens it on a pool. */
    public JdbcWeb(DataSource pool, Engine engine) {
        this.pool = pool;
    }

    @Override
    public World world(long id) {
        return worlds(new long[] {id}).get(0);
    }

    @Override
    public List<World> worlds(long[] ids) {
        List<World> worlds = new ArrayList<>(ids.length);
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            for (long id : ids) {
                statement.setLong(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    worlds.add(new World(row.getLong(1), row.getInt(2)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return worlds;
    }

    @Override
    public void update(List<World> worlds) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("update worlds set random_number = ? where id = ?")) {
                for (World world : worlds) {
                    statement.setInt(1, world.randomNumber());
                    statement.setLong(2, world.id());
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Fortune> fortunes() {
        List<Fortune> fortunes = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select id, message from fortunes");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                fortunes.add(new Fortune(row.getLong(1), row.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return fortunes;
    }
}
