package dev.dataflow.benchmarks.bulk;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.Storage;
import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The same work with JDBC batches of 1,000 rows in one transaction, statements prepared per call. */
public class JdbcBulk implements BulkPeer<Product> {

    static final int BATCH = 1000;
    static final String COLUMNS = "number, title, description, stock, listed, price, changed, created_at, updated_at";

    static final String ON_CONFLICT =
            " on conflict (number) do update set title = excluded.title, description = excluded.description,"
                    + " stock = excluded.stock, listed = excluded.listed, price = excluded.price,"
                    + " changed = excluded.changed, updated_at = excluded.updated_at";

    final DataSource pool;
    final Engine engine;
    final Storage storage;

    /** Opens it on a pool. */
    public JdbcBulk(DataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
        this.storage = new Storage(engine);
    }

    /** Work on a connection inside a transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    final <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The work of a batch. */
    interface Binder {
        void bind(PreparedStatement statement, Product row) throws SQLException;
    }

    final long batch(String sql, List<Product> rows, Binder binder) {
        return transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int count = 0;
                for (Product row : rows) {
                    binder.bind(statement, row);
                    statement.addBatch();
                    if (++count % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                if (count % BATCH != 0) {
                    statement.executeBatch();
                }
                return (long) count;
            }
        });
    }

    @Override
    public Product row(Product product) {
        return product;
    }

    @Override
    public void create(List<Product> rows) {
        Object now = storage.time(Forms.now());
        batch(
                "insert into products (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                (statement, row) -> values(statement, row, now));
    }

    /** With the keys, which the driver gives in the order of a batch's rows. */
    @Override
    public List<Long> createReturning(List<Product> rows) {
        if (engine == Engine.SQLITE) {
            return createReturningEach(rows); // its driver gives no keys of a batch
        }
        Object now = storage.time(Forms.now());
        return transaction(connection -> {
            List<Long> keys = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into products (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                int count = 0;
                for (Product row : rows) {
                    values(statement, row, now);
                    statement.addBatch();
                    if (++count % BATCH == 0 || count == rows.size()) {
                        statement.executeBatch();
                        try (ResultSet generated = statement.getGeneratedKeys()) {
                            while (generated.next()) {
                                keys.add(generated.getLong(1));
                            }
                        }
                    }
                }
            }
            return keys;
        });
    }

    private List<Long> createReturningEach(List<Product> rows) {
        Object now = storage.time(Forms.now());
        return transaction(connection -> {
            List<Long> keys = new ArrayList<>(rows.size());
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into products (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")) {
                for (Product row : rows) {
                    values(statement, row, now);
                    try (ResultSet key = statement.executeQuery()) {
                        key.next();
                        keys.add(key.getLong(1));
                    }
                }
            }
            return keys;
        });
    }

    @Override
    public void update(List<Product> rows) {
        Object now = storage.time(Forms.now());
        batch(
                "update products set number = ?, title = ?, description = ?, stock = ?, listed = ?, price = ?, changed = ?,"
                        + " updated_at = ? where id = ?",
                rows,
                (statement, row) -> {
                    row(statement, row);
                    statement.setObject(8, now);
                    statement.setLong(9, row.id());
                });
    }

    @Override
    public void upsert(List<Product> rows) {
        if (engine == Engine.SQLITE) {
            SqliteUpsert.upsert(this, rows);
            return;
        }
        Object now = storage.time(Forms.now());
        String update = engine == Engine.MYSQL
                ? " on duplicate key update title = values(title), description = values(description),"
                        + " stock = values(stock), listed = values(listed), price = values(price),"
                        + " changed = values(changed), updated_at = values(updated_at)"
                : ON_CONFLICT;
        batch(
                "insert into products (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)" + update,
                rows,
                (statement, row) -> values(statement, row, now));
    }

    @Override
    public long delete(int stock) {
        return transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from products where stock >= ?")) {
                statement.setInt(1, stock);
                return (long) statement.executeUpdate();
            }
        });
    }

    final void values(PreparedStatement statement, Product row, Object now) throws SQLException {
        row(statement, row);
        statement.setObject(8, now);
        statement.setObject(9, now);
    }

    private void row(PreparedStatement statement, Product row) throws SQLException {
        statement.setString(1, row.number());
        statement.setString(2, row.title());
        if (row.description() == null) {
            statement.setNull(3, Types.VARCHAR);
        } else {
            statement.setString(3, row.description());
        }
        statement.setInt(4, row.stock());
        statement.setBoolean(5, row.listed());
        statement.setObject(6, storage.price(row.price()));
        statement.setObject(7, storage.time(row.changed()));
    }
}
