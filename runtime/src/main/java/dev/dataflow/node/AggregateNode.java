package dev.dataflow.node;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.AggregateQuery;
import dev.dataflow.query.Aggregation;
import dev.dataflow.query.AggregationParser;
import dev.dataflow.query.Group;
import dev.dataflow.statement.Statement;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows, and computes values over each group.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public abstract non-sealed class AggregateNode<M, K, D extends Draft, P extends Patch<P>>
        extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected AggregateNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.AGGREGATE);
    }

    /**
     * Groups rows.
     *
     * @param query narrows which, says by what they are grouped, what is computed, and which groups are kept
     * @return the groups; one when the rows are grouped by nothing, even of no rows
     * @throws dev.dataflow.error.InvalidInputException DF-140 and DF-141 for what cannot be computed alike on every database,
     *     and DF-101, DF-106 to DF-108 and those of filters for what cannot be read
     */
    public final List<Group> aggregate(Consumer<AggregateQuery> query) {
        AggregateQuery asked = asked(query);
        Aggregation aggregation = aggregation(asked);
        return session()
                .query(
                        seeing(asked).statements().aggregate(metadata(), aggregation),
                        arguments(asked, aggregation),
                        context().stamp(),
                        row -> group(aggregation, row));
    }

    /**
     * The statement {@link #aggregate} runs, and the database's plan of it.
     *
     * @param query as {@link #aggregate} takes it
     */
    public final Explanation explain(Consumer<AggregateQuery> query) {
        AggregateQuery asked = asked(query);
        Aggregation aggregation = aggregation(asked);
        Statement statement = seeing(asked).statements().aggregate(metadata(), aggregation);
        return new Explanation(
                statement.sql(),
                session()
                        .explain(
                                statement,
                                arguments(asked, aggregation),
                                context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(
                name(), input, "group_by", "aggregate", "filter", "having", "sort", "limit", "include_deleted");
        List<Group> groups = aggregate(query -> new AggregateInput(values).read(query));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("groups", groups.stream().map(Group::toMap).toList());
        result.put("count", groups.size());
        return result;
    }

    private static AggregateQuery asked(Consumer<AggregateQuery> query) {
        AggregateQuery asked = new AggregateQuery();
        query.accept(asked);
        if (asked.isLimited() && asked.limit() < 1) {
            throw Selection.outOfRange("limit", "1 or more");
        }
        return asked;
    }

    private NodeContext seeing(AggregateQuery asked) {
        return context().seeing(metadata(), asked.includesDeleted());
    }

    private Aggregation aggregation(AggregateQuery asked) {
        return new AggregationParser(metadata(), context().relations()).parse(asked);
    }

    private CallArguments arguments(AggregateQuery asked, Aggregation aggregation) {
        return CallArguments.filter(metadata(), aggregation.both()).page(asked.limit(), 0);
    }

    private Group group(Aggregation aggregation, RowReader row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[aggregation.outputs().size()];
        for (int i = 0; i < values.length; i++) {
            Aggregation.Output output = aggregation.outputs().get(i);
            values[i] = row.compared(i + 1, output.type());
            if (values[i] instanceof Double number && !Double.isFinite(number)) {
                throw outOfRange(output.name());
            }
        }
        return new Group(aggregation, values);
    }

    /** The servers refuse it themselves; SQLite goes on with infinity. */
    private DataFlowException outOfRange(String alias) {
        return new DataFlowException(new Problem(
                ErrorCode.VALUE_OUT_OF_RANGE,
                "`" + alias + "` of an aggregation of " + metadata() + " is larger than a double can be",
                "sums and averages of floating point are doubles",
                "narrow the rows, or keep the values as decimals"));
    }
}
