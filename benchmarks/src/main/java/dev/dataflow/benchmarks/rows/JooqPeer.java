package dev.dataflow.benchmarks.rows;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dataflow.testing.Engine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.Constants;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** jOOQ with its own data types, the statement built for each call. */
final class JooqPeer implements Peer<Offer> {

    private static final Table<Record> OFFERS = table(name("offers"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT.identity(true));
    private static final Field<String> NUMBER = field(name("number"), SQLDataType.VARCHAR);
    private static final Field<String> TITLE = field(name("title"), SQLDataType.VARCHAR);
    private static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.VARCHAR);
    private static final Field<Integer> STOCK = field(name("stock"), SQLDataType.INTEGER);
    private static final Field<Boolean> LISTED = field(name("listed"), SQLDataType.BOOLEAN);

    private final DSLContext dsl;
    private final boolean returning;
    private final Field<BigDecimal> price;
    private final Field<Instant> changed;
    private final Field<Instant> createdAt;
    private final Field<Instant> updatedAt;
    private final List<Field<?>> all;

    JooqPeer(DataSource pool, Engine engine) {
        SQLDialect dialect = switch (engine) {
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case SQLITE -> SQLDialect.SQLITE;
            default -> SQLDialect.MYSQL;
        };
        dsl = DSL.using(pool, dialect, new Settings().withExecuteLogging(false));
        returning = engine != Engine.MYSQL;
        DataType<Instant> time = time(engine);
        price = field(
                name("price"),
                engine == Engine.SQLITE
                        ? SQLDataType.VARCHAR.asConvertedDataType(BigDecimal.class, Forms::price, Forms::text)
                        : SQLDataType.DECIMAL(12, 2));
        changed = field(name("changed"), time);
        createdAt = field(name("created_at"), time);
        updatedAt = field(name("updated_at"), time);
        all = List.of(ID, NUMBER, TITLE, DESCRIPTION, STOCK, LISTED, price, changed, createdAt, updatedAt);
    }

    private static DataType<Instant> time(Engine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(
                        Instant.class, OffsetDateTime::toInstant, value -> value.atOffset(ZoneOffset.UTC));
            case SQLITE -> SQLDataType.VARCHAR.asConvertedDataType(Instant.class, Instant::parse, Forms::text);
            default ->
                SQLDataType.LOCALDATETIME.asConvertedDataType(
                        Instant.class,
                        value -> value.toInstant(ZoneOffset.UTC),
                        value -> LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        };
    }

    @Override
    public Offer create(NewOffer values) {
        Instant now = Forms.now();
        long id = dsl.insertInto(OFFERS)
                .set(NUMBER, values.number())
                .set(TITLE, values.title())
                .set(DESCRIPTION, values.description())
                .set(STOCK, values.stock())
                .set(LISTED, values.listed())
                .set(price, values.price())
                .set(changed, values.changed())
                .set(createdAt, now)
                .set(updatedAt, now)
                .returningResult(ID)
                .fetchSingle()
                .value1();
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

    @Override
    public @Nullable Offer read(long id) {
        return read(dsl, id);
    }

    private @Nullable Offer read(DSLContext context, long id) {
        return context.select(all).from(OFFERS).where(ID.eq(id)).fetchOne(this::offer);
    }

    @Override
    public Offer update(long id, String title, int stock) {
        if (returning) {
            return dsl.update(OFFERS)
                    .set(TITLE, title)
                    .set(STOCK, stock)
                    .set(updatedAt, Forms.now())
                    .where(ID.eq(id))
                    .returningResult(all)
                    .fetchSingle(this::offer);
        }
        return dsl.transactionResult(transaction -> {
            updateCount(transaction.dsl(), id, title, stock);
            return read(transaction.dsl(), id);
        });
    }

    @Override
    public long updateCount(long id, String title, int stock) {
        return updateCount(dsl, id, title, stock);
    }

    private long updateCount(DSLContext context, long id, String title, int stock) {
        return context.update(OFFERS)
                .set(TITLE, title)
                .set(STOCK, stock)
                .set(updatedAt, Forms.now())
                .where(ID.eq(id))
                .execute();
    }

    @Override
    public boolean delete(long id) {
        return dsl.deleteFrom(OFFERS).where(ID.eq(id)).execute() == 1;
    }

    @Override
    public List<Offer> list(int stock, int limit) {
        return list(STOCK.ge(stock), limit);
    }

    @Override
    public List<Offer> listEqual(int stock) {
        return list(STOCK.eq(stock), 100);
    }

    private List<Offer> list(Condition condition, int limit) {
        return dsl.select(all)
                .from(OFFERS)
                .where(condition)
                .orderBy(ID)
                .limit(limit)
                .fetch(this::offer);
    }

    @Override
    public long count(int stock) {
        return dsl.selectCount()
                .from(OFFERS)
                .where(STOCK.ge(stock))
                .fetchSingle()
                .value1();
    }

    private Offer offer(Record row) {
        return new Offer(
                row.get(ID),
                row.get(NUMBER),
                row.get(TITLE),
                row.get(DESCRIPTION),
                row.get(STOCK),
                row.get(LISTED),
                row.get(price),
                row.get(changed),
                row.get(createdAt),
                row.get(updatedAt));
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
            return "jooq";
        }

        @Override
        public String version() {
            return Constants.FULL_VERSION;
        }

        @Override
        public int order() {
            return 2;
        }

        @Override
        public Peer<?> open(DataSource pool, Engine engine) {
            return new JooqPeer(pool, engine);
        }
    }
}
