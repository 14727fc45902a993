package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Keyset;
import dev.dataflow.query.OrderedQuery;
import dev.dataflow.query.Sort;
import dev.dataflow.query.SortParser;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Tenants;
import dev.dataflow.type.ParameterDigest;
import java.sql.SQLException;
import java.util.ArrayList;
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
                total(context, model, new SortParser(model).parse(asked.order(), asked.sort())));
    }

    /** An order by key, made total for rows of several tenants, which may have one key. */
    private static List<Sort> total(NodeContext context, ModelMetadata<?, ?, ?, ?> model, List<Sort> order) {
        int tenant = model.managed(ManagedColumn.TENANT_ID);
        boolean isTotal = tenant < 0
                || context.statements().reach().tenants() != Tenants.ALL
                || model.definition().generation() == KeyGeneration.IDENTITY
                || order.stream().anyMatch(sort -> sort.column() == tenant);
        if (isTotal) {
            return order;
        }
        List<Sort> all = new ArrayList<>(order);
        all.add(new Sort(tenant, order.get(order.size() - 1).descending()));
        return all;
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
