package dev.dataflow.node;

import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.CountQuery;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class CountNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected CountNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.COUNT);
    }

    /**
     * Counts rows.
     *
     * @param query narrows which
     * @return how many match
     */
    public final long count(Consumer<CountQuery> query) {
        CountQuery asked = asked(query);
        Filter filter = Selection.of(context(), metadata(), asked);
        return session()
                .query(
                        statement(asked, filter),
                        CallArguments.filter(metadata(), filter),
                        context().stamp(),
                        row -> row.int64(1))
                .get(0);
    }

    /**
     * The statement {@link #count} runs, and the database's plan of it.
     *
     * @param query narrows which rows
     */
    public final Explanation explain(Consumer<CountQuery> query) {
        CountQuery asked = asked(query);
        Filter filter = Selection.of(context(), metadata(), asked);
        Statement statement = statement(asked, filter);
        return new Explanation(
                statement.sql(),
                session()
                        .explain(
                                statement,
                                CallArguments.filter(metadata(), filter),
                                context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(name(), input, "filter", "include_deleted");
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("count", count(query -> {
            query.filter(values.map("filter"));
            if (values.flag("include_deleted", false)) {
                query.includeDeleted();
            }
        }));
        return result;
    }

    private Statement statement(CountQuery asked, Filter filter) {
        return context()
                .seeing(metadata(), asked.includesDeleted())
                .statements()
                .count(metadata(), filter);
    }

    private static CountQuery asked(Consumer<CountQuery> query) {
        CountQuery asked = new CountQuery();
        query.accept(asked);
        return asked;
    }
}
