package dev.dataflow.benchmarks.peers;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.NewOffer;
import dev.dataflow.benchmarks.rows.Offer;
import dev.dataflow.benchmarks.rows.Peer;
import dev.dataflow.benchmarks.rows.PeerSource;
import dev.dataflow.testing.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Jdbi's fluent API with named parameters and a row mapper. */
final class JdbiPeer implements Peer<Offer> {

    private static final String COLUMNS =
            "id, number, title, description, stock, listed, price, changed, created_at, updated_at";
    private static final String INSERT =
            "insert into offers (number, title, description, stock, listed, price, changed,"
                    + " created_at, updated_at) values (:number, :title, :description, :stock, :listed, :price, :changed,"
                    + " :created, :updated)";
    private static final String UPDATE =
            "update offers set title = :title, stock = :stock, updated_at = :updated where id = :id";
    private static final String READ = "select " + COLUMNS + " from offers where id = :id";

    private final Jdbi jdbi;
    private final Engine engine;
    private final RowMapper<Offer> rows = this::offer;

    JdbiPeer(DataSource pool, Engine engine) {
        this.jdbi = Jdbi.create(pool);
        this.engine = engine;
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
        return new Offer(
                id,
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

    private <S extends SqlStatement<S>> S bind(S statement, NewOffer values, Instant now) {
        Object time = time(now);
        return statement
                .bind("number", values.number())
                .bind("title", values.title())
                .bind("description", values.description())
                .bind("stock", values.stock())
                .bind("listed", values.listed())
                .bind("price", engine == Engine.SQLITE ? (Object) Forms.text(values.price()) : values.price())
                .bind("changed", time(values.changed()))
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
        return jdbi.withHandle(handle -> bind(handle.createQuery(UPDATE + " returning " + COLUMNS), id, title, stock)
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
                .bind("updated", time(Forms.now()))
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
        return list("select " + COLUMNS + " from offers where stock >= :stock order by id limit :limit", stock, limit);
    }

    @Override
    public List<Offer> listEqual(int stock) {
        return list("select " + COLUMNS + " from offers where stock = :stock order by id limit :limit", stock, 100);
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

    private Offer offer(ResultSet row, StatementContext context) throws SQLException {
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

    private Object time(Instant time) {
        return switch (engine) {
            case POSTGRESQL -> time.atOffset(ZoneOffset.UTC);
            case SQLITE -> Forms.text(time);
            default -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        };
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
            return "jdbi";
        }

        @Override
        public String version() {
            return Versions.of("jdbi");
        }

        @Override
        public int order() {
            return 4;
        }

        @Override
        public Peer<?> open(DataSource pool, Engine engine) {
            return new JdbiPeer(pool, engine);
        }
    }
}
