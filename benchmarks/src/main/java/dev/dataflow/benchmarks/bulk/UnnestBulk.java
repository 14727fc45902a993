package dev.dataflow.benchmarks.bulk;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What a careful hand writes on PostgreSQL: arrays taken apart by unnest. */
public final class UnnestBulk extends JdbcBulk {

    private static final String ROWS = "unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[],"
            + " ?::numeric[], ?::timestamptz[]) as g(id, number, title, description, stock, listed, price, changed)";

    /** Opens it on a pool. */
    public UnnestBulk(DataSource pool) {
        super(pool, Engine.POSTGRESQL);
    }

    @Override
    public void update(List<Product> rows) {
        arrays(
                "update products p set number = g.number, title = g.title, description = g.description, stock = g.stock,"
                        + " listed = g.listed, price = g.price, changed = g.changed, updated_at = ? from " + ROWS
                        + " where p.id = g.id",
                rows);
    }

    @Override
    public void upsert(List<Product> rows) {
        arrays(
                "insert into products (" + COLUMNS + ") select g.number, g.title, g.description, g.stock, g.listed,"
                        + " g.price, g.changed, n.now, n.now from (select ?::timestamptz as now) n, " + ROWS
                        + " on conflict (number) do update set title = excluded.title,"
                        + " description = excluded.description, stock = excluded.stock, listed = excluded.listed,"
                        + " price = excluded.price, changed = excluded.changed, updated_at = excluded.updated_at",
                rows);
    }

    private long arrays(String sql, List<Product> rows) {
        return transaction(connection -> {
            long count = 0;
            for (int from = 0; from < rows.size(); from += BATCH) {
                List<Product> some = rows.subList(from, Math.min(rows.size(), from + BATCH));
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, storage.time(Forms.now()));
                    array(connection, statement, 2, "int8", some, Product::id);
                    array(connection, statement, 3, "text", some, Product::number);
                    array(connection, statement, 4, "text", some, Product::title);
                    array(connection, statement, 5, "text", some, Product::description);
                    array(connection, statement, 6, "int4", some, Product::stock);
                    array(connection, statement, 7, "bool", some, Product::listed);
                    array(connection, statement, 8, "numeric", some, Product::price);
                    array(connection, statement, 9, "timestamptz", some, Product::changed);
                    count += statement.executeUpdate();
                }
            }
            return count;
        });
    }

    private static void array(
            Connection connection,
            PreparedStatement statement,
            int place,
            String type,
            List<Product> rows,
            Function<Product, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                place, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
