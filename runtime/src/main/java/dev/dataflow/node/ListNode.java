package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.ListQuery;
import dev.dataflow.query.Page;
import dev.dataflow.query.Sort;
import dev.dataflow.query.SortParser;
import dev.dataflow.statement.Rows;
import dev.dataflow.statement.Statement;
import dev.dataflow.transaction.Session;
import java.util.ArrayList;
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
        return page(asked, false, metadata()::read);
    }

    /**
     * The statement {@link #list} runs, and the database's plan of it.
     *
     * @param query narrows, orders and limits it
     */
    public final Explanation explain(Consumer<ListQuery> query) {
        ListQuery asked = new ListQuery();
        query.accept(asked);
        Rows rows = Selection.of(metadata(), asked);
        Statement statement = statement(asked, rows, false);
        return new Explanation(
                statement.sql(),
                session().explain(statement, arguments(asked, rows), context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values =
                new Input(name(), input, "filter", "sort", "order_by", "limit", "offset", "with_total", "fields");
        if (values.has("fields")) {
            throw Input.notAvailable("the key `fields` of " + name());
        }
        ListQuery asked = new ListQuery()
                .filter(values.map("filter"))
                .sort(new SortInput(values).names())
                .limit(values.small("limit", ListQuery.DEFAULT_LIMIT))
                .offset(values.number("offset", 0));
        if (values.flag("with_total", false)) {
            asked.withTotal();
        }
        Page<Map<String, @Nullable Object>> page =
                page(asked, true, row -> StoredRow.export(metadata(), StoredRow.read(metadata(), row)));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("records", page.records());
        result.put("count", page.count());
        result.put("limit", page.limit());
        result.put("offset", page.offset());
        page.total().ifPresent(total -> result.put("total", total));
        return result;
    }

    private <T> Page<T> page(ListQuery asked, boolean all, Session.RowMapper<T> mapper) {
        Rows rows = Selection.of(metadata(), asked);
        Statement statement = statement(asked, rows, all);
        if (!asked.total()) {
            List<T> records =
                    session().query(statement, arguments(asked, rows), context().stamp(), mapper);
            return new Page<>(records, asked.limit(), asked.offset(), OptionalLong.empty());
        }
        Statement count = statements().count(metadata(), rows);
        return session().reading(() -> {
            List<T> records =
                    session().query(statement, arguments(asked, rows), context().stamp(), mapper);
            long total = session()
                    .query(count, arguments(asked, rows), context().stamp(), row -> row.int64(1))
                    .get(0);
            return new Page<>(records, asked.limit(), asked.offset(), OptionalLong.of(total));
        });
    }

    private Statement statement(ListQuery asked, Rows rows, boolean all) {
        if (asked.limit() < 1 || asked.limit() > ListQuery.MAXIMUM_LIMIT) {
            throw Selection.outOfRange("limit", "1 to " + ListQuery.MAXIMUM_LIMIT);
        }
        if (asked.offset() < 0) {
            throw Selection.outOfRange("offset", "0 or more");
        }
        List<Sort> order = new ArrayList<>(new SortParser(metadata()).parse(asked.order(), asked.sort()));
        return statements().list(metadata(), rows, order, all);
    }

    private CallArguments arguments(ListQuery asked, Rows rows) {
        return CallArguments.filter(metadata(), rows.filter()).page(asked.limit(), asked.offset());
    }
}
