package dev.dataflow.benchmarks.rows;

import static dev.dataflow.benchmarks.rows.JooqColumns.DESCRIPTION;
import static dev.dataflow.benchmarks.rows.JooqColumns.ID;
import static dev.dataflow.benchmarks.rows.JooqColumns.LISTED;
import static dev.dataflow.benchmarks.rows.JooqColumns.NUMBER;
import static dev.dataflow.benchmarks.rows.JooqColumns.STOCK;
import static dev.dataflow.benchmarks.rows.JooqColumns.TITLE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.dataflow.testing.Engine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ with its own data types, the statement built for each call. */
public final class JooqPeer implements Peer<Offer> {

    private static final Table<Record> OFFERS = table(name("offers"));

    private final DSLContext dsl;
    private final boolean returning;
    private final int fetched;
    private final Field<BigDecimal> price;
    private final Field<Instant> changed;
    private final Field<Instant> createdAt;
    private final Field<Instant> updatedAt;
    private final List<Field<?>> all;

    /** Opens it on a pool. */
    public JooqPeer(DataSource pool, Engine engine) {
        dsl = JooqColumns.context(pool, engine);
        returning = engine != Engine.MYSQL;
        fetched = engine == Engine.MYSQL ? Integer.MIN_VALUE : 1000;
        JooqColumns columns = JooqColumns.of(engine);
        price = columns.price();
        changed = columns.changed();
        createdAt = columns.createdAt();
        updatedAt = columns.updatedAt();
        all = columns.all();
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
        return values.offer(id, now);
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

    @Override
    public RowPage<Offer> page(int offset, int limit) {
        List<Offer> first = dsl.select(all)
                .from(OFFERS)
                .orderBy(STOCK, ID)
                .limit(limit)
                .offset(offset)
                .fetch(this::offer);
        return new RowsBehind<>(first, last -> behind(last, limit));
    }

    private List<Offer> behind(Offer last, int limit) {
        return dsl.select(all)
                .from(OFFERS)
                .orderBy(STOCK, ID)
                .seek(last.stock(), last.id())
                .limit(limit)
                .fetch(this::offer);
    }

    @Override
    public void stream(Consumer<? super Offer> reader) {
        dsl.transaction(transaction -> {
            try (Stream<Record> rows = transaction
                    .dsl()
                    .select(all)
                    .from(OFFERS)
                    .fetchSize(fetched)
                    .fetchStream()) {
                rows.map(this::offer).forEach(reader);
            }
        });
    }

    @Override
    public List<StockTotal> totals(int stock) {
        return dsl.select(LISTED, DSL.count(), sum(STOCK), max(price))
                .from(OFFERS)
                .where(STOCK.ge(stock))
                .groupBy(LISTED)
                .orderBy(LISTED)
                .fetch(row ->
                        new StockTotal(row.value1(), row.value2(), row.value3().longValue(), row.value4()));
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
}
