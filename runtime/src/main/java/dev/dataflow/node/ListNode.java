package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.projection.Projection;
import dev.dataflow.query.Filter;
import dev.dataflow.query.ListQuery;
import dev.dataflow.query.Page;
import dev.dataflow.query.Sort;
import dev.dataflow.query.SortParser;
import dev.dataflow.statement.Statement;
import dev.dataflow.transaction.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of rows.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public abstract non-sealed class ListNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected ListNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.LIST);
    }

    /**
     * Reads a page.
     *
     * @param query narrows, orders and limits it
     * @return the page
     */
    public final Page<M> list(Consumer<ListQuery> query) {
        ListQuery asked = new ListQuery();
        query.accept(asked);
        Filter filter = Selection.of(context(), metadata(), asked);
        return page(asked, filter, statements().list(metadata(), filter, order(asked), false), metadata()::read);
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
        ListQuery asked = new ListQuery();
        query.accept(asked);
        return page(asked, context().projections().ofRecord(metadata(), projection));
    }

    /**
     * The statement {@link #list} runs, and the database's plan of it.
     *
     * @param query narrows, orders and limits it
     */
    public final Explanation explain(Consumer<ListQuery> query) {
        ListQuery asked = new ListQuery();
        query.accept(asked);
        Filter filter = Selection.of(context(), metadata(), asked);
        Statement statement = statements().list(metadata(), filter, order(asked), false);
        return new Explanation(
                statement.sql(),
                session().explain(statement, arguments(asked, filter), context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(
                name(), input, "filter", "sort", "order_by", "limit", "offset", "with_total", "fields", "include");
        ListQuery asked = new ListQuery()
                .filter(values.map("filter"))
                .sort(new SortInput(values).names())
                .limit(values.small("limit", ListQuery.DEFAULT_LIMIT))
                .offset(values.number("offset", 0));
        if (values.flag("with_total", false)) {
            asked.withTotal();
        }
        Page<Map<String, @Nullable Object>> page =
                page(asked, ProjectionInput.read(metadata(), values, context().projections()));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("records", page.records());
        result.put("count", page.count());
        result.put("limit", page.limit());
        result.put("offset", page.offset());
        page.total().ifPresent(total -> result.put("total", total));
        return result;
    }

    private <T> Page<T> page(ListQuery asked, Projection<T> projection) {
        Filter filter = Selection.of(context(), metadata(), asked);
        Statement statement = statements().listColumns(metadata(), filter, order(asked), projection.columns());
        if (projection.related().isEmpty()) {
            return page(asked, filter, statement, row -> projection.make(projection.read(row)));
        }
        return session().reading(() -> {
            Page<@Nullable Object[]> page = page(asked, filter, statement, projection::read);
            List<T> records = new RelatedRows(context(), context().stamp()).complete(projection, page.records());
            return new Page<>(records, page.limit(), page.offset(), page.total());
        });
    }

    private <T> Page<T> page(ListQuery asked, Filter filter, Statement statement, Session.RowMapper<T> mapper) {
        if (!asked.total()) {
            List<T> records = session()
                    .query(statement, arguments(asked, filter), context().stamp(), mapper);
            return new Page<>(records, asked.limit(), asked.offset(), OptionalLong.empty());
        }
        Statement count = statements().count(metadata(), filter);
        return session().reading(() -> {
            List<T> records = session()
                    .query(statement, arguments(asked, filter), context().stamp(), mapper);
            long total = session()
                    .query(count, arguments(asked, filter), context().stamp(), row -> row.int64(1))
                    .get(0);
            return new Page<>(records, asked.limit(), asked.offset(), OptionalLong.of(total));
        });
    }

    private List<Sort> order(ListQuery asked) {
        if (asked.limit() < 1 || asked.limit() > ListQuery.MAXIMUM_LIMIT) {
            throw Selection.outOfRange("limit", "1 to " + ListQuery.MAXIMUM_LIMIT);
        }
        if (asked.offset() < 0) {
            throw Selection.outOfRange("offset", "0 or more");
        }
        return new SortParser(metadata()).parse(asked.order(), asked.sort());
    }

    private CallArguments arguments(ListQuery asked, Filter filter) {
        return CallArguments.filter(metadata(), filter).page(asked.limit(), asked.offset());
    }
}
