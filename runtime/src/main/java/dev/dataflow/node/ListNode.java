package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.projection.Projection;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.ListQuery;
import dev.dataflow.query.OrderedQuery;
import dev.dataflow.query.Page;
import dev.dataflow.query.StreamQuery;
import dev.dataflow.statement.RowRange;
import dev.dataflow.statement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of rows.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class ListNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected ListNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.LIST);
    }

    /**
     * Reads a page.
     *
     * @param query narrows, orders and limits it
     * @return the page
     * @throws dev.dataflow.error.InvalidInputException DF-106 and DF-107 for an order that cannot be, DF-132 and DF-133 for a
     *     cursor that was not made by the same query
     */
    public final Page<M> list(Consumer<ListQuery> query) {
        ListQuery asked = asked(query);
        OrderedRows rows = OrderedRows.of(seeing(asked), metadata(), asked);
        // the next page starts behind values that are not in the model: what traits stamp
        return rows.isOfComponents()
                ? page(asked, rows, new ModelReading<>(metadata()))
                : page(
                        asked,
                        rows,
                        context()
                                .projections()
                                .ofRecord(metadata(), metadata().definition().type()));
    }

    /**
     * Reads a page of rows as records, with what their relations lead to: one statement more for each relation.
     *
     * @param query narrows, orders and limits it
     * @param projection a record; of each component, the field of the same name is read, or the rows of the relation of
     *     that name, as models or as records again
     * @return the page
     * @throws dev.dataflow.error.InvalidInputException DF-106, DF-116 or DF-118 when rows cannot be read into the record
     */
    public final <T> Page<T> list(Consumer<ListQuery> query, Class<T> projection) {
        ListQuery asked = asked(query);
        return page(
                asked,
                OrderedRows.of(seeing(asked), metadata(), asked),
                context().projections().ofRecord(metadata(), projection));
    }

    /**
     * Reads all rows that match, a few in memory at a time, in the transaction in scope, else in one of its own that only
     * reads. Its own holds a connection of its own, so that other nodes may run meanwhile.
     *
     * @param query narrows them; orders and limits them, when told
     * @return the rows, to be closed after use; it gives back its connection at its end, too. For one thread, inside of the
     *     transaction in scope
     */
    public final Stream<M> stream(Consumer<StreamQuery> query) {
        return batches(query).stream();
    }

    /**
     * Reads all rows that match as records, as {@link #stream(Consumer)} does.
     *
     * @param query narrows them; orders and limits them, when told
     * @param projection a record, as {@link #list(Consumer, Class)} takes it; relations are read for some rows at a time
     */
    public final <T> Stream<T> stream(Consumer<StreamQuery> query, Class<T> projection) {
        return batches(query, projection).stream();
    }

    /**
     * Hands on all rows that match in batches, reading them as {@link #stream(Consumer)} does.
     *
     * @param query narrows them; orders and limits them, when told
     * @param size the rows of a batch, 1 to 10,000; the last may have fewer
     * @param consumer is handed one batch after the other
     * @return how many rows there were
     */
    public final long forEachBatch(Consumer<StreamQuery> query, int size, Consumer<? super List<M>> consumer) {
        return batches(query).forEach(batch(size), consumer);
    }

    /** Hands on all rows that match as records, in batches; see {@link #forEachBatch(Consumer, int, Consumer)}. */
    public final <T> long forEachBatch(
            Consumer<StreamQuery> query, int size, Class<T> projection, Consumer<? super List<T>> consumer) {
        return batches(query, projection).forEach(batch(size), consumer);
    }

    private static int batch(int size) {
        if (size < 1 || size > ListQuery.MAXIMUM_LIMIT) {
            throw Selection.outOfRange("size", "1 to " + ListQuery.MAXIMUM_LIMIT);
        }
        return size;
    }

    private RowBatches<M, M> batches(Consumer<StreamQuery> query) {
        return batches(query, new ModelReading<>(metadata()));
    }

    private <T> RowBatches<@Nullable Object[], T> batches(Consumer<StreamQuery> query, Class<T> projection) {
        return batches(
                query,
                new ProjectedReading<>(metadata(), context().projections().ofRecord(metadata(), projection)));
    }

    private <R, T> RowBatches<R, T> batches(Consumer<StreamQuery> query, RowReading<R, T> reading) {
        StreamQuery asked = new StreamQuery();
        query.accept(asked);
        if (asked.limit() < 1) {
            throw Selection.outOfRange("limit", "1 or more");
        }
        NodeContext seen = seeing(asked);
        return new RowBatches<>(seen, metadata(), asked, OrderedRows.of(seen, metadata(), asked), reading);
    }

    private NodeContext seeing(OrderedQuery<?> asked) {
        return context().seeing(metadata(), asked.includesDeleted());
    }

    /**
     * The statement {@link #list} runs, and the database's plan of it.
     *
     * @param query narrows, orders and limits it
     */
    public final Explanation explain(Consumer<ListQuery> query) {
        ListQuery asked = asked(query);
        OrderedRows rows = OrderedRows.of(seeing(asked), metadata(), asked);
        Keyset after = rows.keyset(asked.after());
        Statement statement = rows.context()
                .statements()
                .list(metadata(), rows.filter(), RowRange.of(rows.order(), after, true, asked.offset()));
        return new Explanation(
                statement.sql(),
                session()
                        .explain(
                                statement,
                                rows.arguments(asked.limit() + 1L, asked.offset(), after),
                                context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(
                name(),
                input,
                "filter",
                "sort",
                "order_by",
                "limit",
                "offset",
                "after",
                "with_total",
                "fields",
                "include",
                "include_deleted");
        Page<Map<String, @Nullable Object>> page = page(values);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("records", page.records());
        result.put("count", page.count());
        result.put("limit", page.limit());
        result.put("offset", page.offset());
        result.put("next_cursor", page.nextCursor().orElse(null));
        page.total().ifPresent(total -> result.put("total", total));
        return result;
    }

    private Page<Map<String, @Nullable Object>> page(Input values) {
        ListQuery asked = asked(query -> {
            query.filter(values.map("filter"))
                    .sort(new SortInput(values).names())
                    .limit(values.small("limit", ListQuery.DEFAULT_LIMIT))
                    .offset(values.number("offset", 0));
            if (values.has("after")) {
                query.after(values.text("after"));
            }
            if (values.flag("with_total", false)) {
                query.withTotal();
            }
            if (values.flag("include_deleted", false)) {
                query.includeDeleted();
            }
        });
        return page(
                asked,
                OrderedRows.of(seeing(asked), metadata(), asked),
                ProjectionInput.read(metadata(), values, context().projections()));
    }

    private static ListQuery asked(Consumer<ListQuery> query) {
        ListQuery asked = new ListQuery();
        query.accept(asked);
        if (asked.limit() < 1 || asked.limit() > ListQuery.MAXIMUM_LIMIT) {
            throw Selection.outOfRange("limit", "1 to " + ListQuery.MAXIMUM_LIMIT);
        }
        return asked;
    }

    private <T> Page<T> page(ListQuery asked, OrderedRows rows, Projection<T> projection) {
        return page(asked, rows, ProjectedReading.of(metadata(), projection, rows.order()));
    }

    private <R, T> Page<T> page(ListQuery asked, OrderedRows rows, RowReading<R, T> reading) {
        return new Pages<>(seeing(asked), metadata(), rows, asked.limit(), asked.total(), reading)
                .page(asked.offset(), rows.keyset(asked.after()));
    }
}
