package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.OrderedQuery;
import dev.dataflow.query.Sort;
import dev.dataflow.query.SortParser;
import dev.dataflow.statement.Statement;
import dev.dataflow.type.ParameterDigest;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that match, in an order: what the pages of a query share, and what its cursors are bound to. Immutable.
 *
 * @param context where it runs
 * @param model the model
 * @param filter which rows
 * @param order in which order
 */
record OrderedRows(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Filter filter, List<Sort> order) {

    private static final int DIGEST = 16;

    /** Copies the list. */
    OrderedRows {
        order = List.copyOf(order);
    }

    static OrderedRows of(NodeContext context, ModelMetadata<?, ?, ?, ?> model, OrderedQuery<?> asked) {
        if (asked.offset() < 0) {
            throw Selection.outOfRange("offset", "0 or more");
        }
        return new OrderedRows(
                context,
                model,
                Selection.of(context, model, asked),
                new SortParser(model).parse(asked.order(), asked.sort()));
    }

    /** Whether all columns of the order are components of the model. */
    boolean isOfComponents() {
        for (Sort sort : order) {
            if (sort.column() >= model.components()) {
                return false;
            }
        }
        return true;
    }

    CallArguments arguments(long limit, long offset, @Nullable Keyset after) {
        if (after != null) {
            sortedTexts().requireWhole(after);
        }
        return new CallArguments(model, List.of(), filter, limit, offset, after);
    }

    /** A text that stands for a row of them. */
    String cursor(Keyset keyset) {
        sortedTexts().requireWhole(keyset);
        return context.cursors().write(model, order, digest(), keyset);
    }

    /** The row that a cursor stands for; null for none. */
    @Nullable
    Keyset keyset(@Nullable String cursor) {
        return cursor == null ? null : context.cursors().read(model, order, digest(), cursor);
    }

    private SortedTexts sortedTexts() {
        return new SortedTexts(context, model, order);
    }

    /** What tells the query from others: its model, its filter with all values, as SQL has them, and its order. */
    private byte[] digest() {
        Statement matching = context.statements().count(model, filter);
        ParameterDigest digest = new ParameterDigest(context.engine());
        digest.text(model.definition().name());
        digest.text(matching.sql());
        for (Sort sort : order) {
            digest.text((sort.descending() ? "-" : "+")
                    + model.columns().get(sort.column()).column());
        }
        try {
            matching.bind(arguments(0, 0, null), context.stamp(), digest);
        } catch (SQLException e) {
            throw new IllegalStateException("a digest has no database", e);
        }
        return digest.digest(DIGEST);
    }
}
