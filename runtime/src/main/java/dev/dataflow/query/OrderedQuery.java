package dev.dataflow.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a call reads and in what order. Not thread-safe; valid inside the call it is handed to.
 *
 * @param <Q> the query itself, for chaining
 */
public abstract sealed class OrderedQuery<Q extends OrderedQuery<Q>> extends FilterQuery<Q>
        permits ListQuery, StreamQuery {

    private final List<OrderField<?>> order = new ArrayList<>();
    private final List<String> sort = new ArrayList<>();
    private long offset;
    private boolean includesDeleted;
    private @Nullable String after;

    OrderedQuery() {}

    /**
     * Orders by columns of the model's table, after what earlier calls said. NULL sorts smallest on every database; rows
     * that are equal come in the order of their keys, in the direction of the last column.
     *
     * @param fields columns, or their {@code asc()} and {@code desc()}
     * @return this
     */
    public final Q orderBy(OrderField<?>... fields) {
        for (OrderField<?> field : fields) {
            order.add(Given.notNull(field, "orderBy"));
        }
        return self();
    }

    /**
     * Orders by fields given by name, after what {@link #orderBy} said.
     *
     * @param fields names in snake_case or as the component is named; with a leading {@code -} descending
     * @return this
     */
    public final Q sort(String... fields) {
        for (String field : fields) {
            sort.add(Given.notNull(field, "sort"));
        }
        return self();
    }

    /**
     * Sees rows that are deleted softly, too. What relations lead to is seen without them.
     *
     * @return this
     */
    public final Q includeDeleted() {
        includesDeleted = true;
        return self();
    }

    /** Whether rows that are deleted softly are seen, too. */
    public final boolean includesDeleted() {
        return includesDeleted;
    }

    /**
     * Skips rows.
     *
     * @param rows how many, 0 or more; counted from the cursor, where one is given
     * @return this
     */
    public final Q offset(long rows) {
        offset = rows;
        return self();
    }

    /**
     * Starts behind the last row of a page.
     *
     * @param cursor what {@link Page#nextCursor()} gave, of a query with the same filter and order; its limit and what is
     *     read of its rows may be others
     * @return this
     */
    public final Q after(String cursor) {
        after = Given.notNull(cursor, "after");
        return self();
    }

    /** The order given by columns. */
    public final List<OrderField<?>> order() {
        return order;
    }

    /** The order given by names. */
    public final List<String> sort() {
        return sort;
    }

    /** The rows skipped. */
    public final long offset() {
        return offset;
    }

    /** The cursor of the row that it starts behind; null to start with the first. */
    public final @Nullable String after() {
        return after;
    }
}
