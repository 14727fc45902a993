package dev.dataflow.benchmarks.bulk;

import static org.jooq.impl.DSL.excluded;

import dev.dataflow.benchmarks.rows.Forms;
import dev.dataflow.benchmarks.rows.JooqColumns;
import dev.dataflow.testing.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ's batches of one statement with many sets of values, 1,000 of them at a time; statements of many rows for keys. */
public final class JooqBulk implements BulkPeer<Product> {

    private static final int BATCH = 1000;
    private static final Table<Record> PRODUCTS = DSL.table(DSL.name("products"));

    private final DSLContext dsl;
    private final JooqColumns columns;
    /** How many rows a statement returns keys of. */
    private final int returned;

    /** Opens it on a pool. */
    public JooqBulk(DataSource pool, Engine engine) {
        dsl = JooqColumns.context(pool, engine);
        columns = JooqColumns.of(engine);
        returned = engine == Engine.SQLITE ? 1 : BATCH;
    }

    @Override
    public Product row(Product product) {
        return product;
    }

    @Override
    public void create(List<Product> rows) {
        Instant now = Forms.now();
        batches(rows, this::insert, row -> values(row, now, now));
    }

    /** Batches return no keys, but statements of many rows do; on SQLite only the last one's. */
    @Override
    public List<Long> createReturning(List<Product> rows) {
        Instant now = Forms.now();
        return dsl.transactionResult(transaction -> {
            List<Long> keys = new ArrayList<>(rows.size());
            for (int from = 0; from < rows.size(); from += returned) {
                InsertValuesStepN<Record> insert = transaction.dsl().insertInto(PRODUCTS, withoutId());
                for (Product row : rows.subList(from, Math.min(rows.size(), from + returned))) {
                    insert = insert.values(values(row, now, now));
                }
                keys.addAll(insert.returningResult(JooqColumns.ID).fetch(JooqColumns.ID));
            }
            return keys;
        });
    }

    private InsertValuesStepN<Record> insert(DSLContext context) {
        List<Field<?>> fields = withoutId();
        return context.insertInto(PRODUCTS, fields).values(Collections.nCopies(fields.size(), null));
    }

    private List<Field<?>> withoutId() {
        return columns.all().subList(1, columns.all().size());
    }

    @Override
    public void update(List<Product> rows) {
        Instant now = Forms.now();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        withoutId().forEach(field -> values.put(field, null));
        values.remove(columns.createdAt());
        batches(
                rows,
                context -> context.update(PRODUCTS).set(values).where(JooqColumns.ID.eq((Long) null)),
                row -> values(row, now, row.id()));
    }

    @Override
    public void upsert(List<Product> rows) {
        Instant now = Forms.now();
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        withoutId().forEach(field -> values.put(field, excluded(field)));
        values.remove(columns.createdAt());
        values.remove(JooqColumns.NUMBER);
        batches(
                rows,
                context -> insert(context)
                        .onConflict(JooqColumns.NUMBER)
                        .doUpdate()
                        .set(values),
                row -> values(row, now, now));
    }

    private static @Nullable Object[] values(Product row, Object... last) {
        @Nullable Object[] values = new Object[7 + last.length];
        values[0] = row.number();
        values[1] = row.title();
        values[2] = row.description();
        values[3] = row.stock();
        values[4] = row.listed();
        values[5] = row.price();
        values[6] = row.changed();
        System.arraycopy(last, 0, values, 7, last.length);
        return values;
    }

    private void batches(
            List<Product> rows, Function<DSLContext, Query> query, Function<Product, @Nullable Object[]> values) {
        dsl.transaction(transaction -> {
            Query statement = query.apply(transaction.dsl());
            for (int from = 0; from < rows.size(); from += BATCH) {
                BatchBindStep batch = transaction.dsl().batch(statement);
                for (Product row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                    batch = batch.bind(values.apply(row));
                }
                batch.execute();
            }
        });
    }

    @Override
    public long delete(int stock) {
        return dsl.transactionResult(transaction -> (long) transaction
                .dsl()
                .deleteFrom(PRODUCTS)
                .where(JooqColumns.STOCK.ge(stock))
                .execute());
    }
}
