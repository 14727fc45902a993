package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.Page;
import dev.dataflow.query.Sort;
import dev.dataflow.statement.RowRange;
import dev.dataflow.transaction.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one query. Immutable.
 *
 * @param context where it runs
 * @param model the model
 * @param matching which rows, in which order
 * @param limit the most rows of a page
 * @param total whether all matching rows are counted with each page
 * @param reading how rows are read
 */
record Pages<R, T>(
        NodeContext context,
        ModelMetadata<?, ?, ?, ?> model,
        OrderedRows matching,
        int limit,
        boolean total,
        RowReading<R, T> reading) {

    Page<T> page(long offset, @Nullable Keyset after) {
        return total || reading.isRelated() ? session().reading(() -> read(offset, after)) : read(offset, after);
    }

    private Page<T> read(long offset, @Nullable Keyset after) {
        Filter filter = matching.filter();
        // one row more tells whether there is a next page
        List<R> rows = session()
                .query(
                        reading.statement(context, filter, RowRange.of(matching.order(), after, true, offset)),
                        matching.arguments(limit + 1L, offset, after),
                        context.stamp(),
                        reading::read);
        boolean more = rows.size() > limit;
        List<R> own = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                reading.results(context, own),
                limit,
                offset,
                total ? OptionalLong.of(count()) : OptionalLong.empty(),
                more ? rest(keyset(own.get(limit - 1))) : null);
    }

    private long count() {
        return session()
                .query(
                        context.statements().count(model, matching.filter()),
                        matching.arguments(0, 0, null),
                        context.stamp(),
                        row -> row.int64(1))
                .get(0);
    }

    private Keyset keyset(R row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Sort sort : matching.order()) {
            values.add(reading.value(row, sort.column()));
        }
        return new Keyset(values);
    }

    private Page.Rest<T> rest(Keyset keyset) {
        return new Page.Rest<>() {
            @Override
            public Page<T> page() {
                return Pages.this.page(0, keyset);
            }

            @Override
            public String cursor() {
                return matching.cursor(keyset);
            }
        };
    }

    private Session session() {
        return context.session();
    }
}
