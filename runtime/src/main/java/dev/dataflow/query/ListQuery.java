package dev.dataflow.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.OrderField;

/** Which rows a page holds and in what order. */
public final class ListQuery extends FilterQuery<ListQuery> {

    /** The rows of a page when the caller says nothing. */
    public static final int DEFAULT_LIMIT = 100;

    /** The most rows of a page. */
    public static final int MAXIMUM_LIMIT = 10_000;

    private final List<OrderField<?>> order = new ArrayList<>();
    private final List<String> sort = new ArrayList<>();
    private int limit = DEFAULT_LIMIT;
    private long offset;
    private boolean total;

    /** The first {@value #DEFAULT_LIMIT} rows in key order, until changed. */
    public ListQuery() {}

    @Override
    ListQuery self() {
        return this;
    }

    /**
     * Orders by columns of the model's table, after what earlier calls said. NULL sorts smallest on every database; rows
     * that are equal come in key order.
     *
     * @param fields columns, or their {@code asc()} and {@code desc()}
     * @return this
     */
    public ListQuery orderBy(OrderField<?>... fields) {
        for (OrderField<?> field : fields) {
            order.add(Given.notNull(field, "orderBy"));
        }
        return this;
    }

    /**
     * Orders by fields given by name, after what {@link #orderBy} said.
     *
     * @param fields names in snake_case or as the component is named; with a leading {@code -} descending
     * @return this
     */
    public ListQuery sort(String... fields) {
        for (String field : fields) {
            sort.add(Given.notNull(field, "sort"));
        }
        return this;
    }

    /**
     * Sets the page's size.
     *
     * @param rows the most rows, 1 to {@value #MAXIMUM_LIMIT}
     * @return this
     */
    public ListQuery limit(int rows) {
        limit = rows;
        return this;
    }

    /**
     * Skips rows.
     *
     * @param rows how many, 0 or more
     * @return this
     */
    public ListQuery offset(long rows) {
        offset = rows;
        return this;
    }

    /** Counts all matching rows too, in a second statement. */
    public ListQuery withTotal() {
        total = true;
        return this;
    }

    /** The order given by columns. */
    public List<OrderField<?>> order() {
        return order;
    }

    /** The order given by names. */
    public List<String> sort() {
        return sort;
    }

    /** The most rows. */
    public int limit() {
        return limit;
    }

    /** The rows skipped. */
    public long offset() {
        return offset;
    }

    /** Whether all matching rows are counted too. */
    public boolean total() {
        return total;
    }
}
