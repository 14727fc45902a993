package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable; thread-safe, as far as the scope it was read in is.
 *
 * @param <M> the model, or what its rows are read as
 */
public final class Page<M> {

    private final List<M> records;
    private final int limit;
    private final long offset;
    private final OptionalLong total;
    private final @Nullable Rest<M> rest;

    /**
     * A page.
     *
     * @param records the rows
     * @param limit the most rows the page could hold
     * @param offset the rows skipped before it
     * @param total all matching rows, when asked for
     * @param rest what comes after it; null when nothing does
     */
    public Page(List<M> records, int limit, long offset, OptionalLong total, @Nullable Rest<M> rest) {
        this.records = List.copyOf(records);
        this.limit = limit;
        this.offset = offset;
        this.total = total;
        this.rest = rest;
    }

    /**
     * What comes after a page. Nodes make it.
     *
     * @param <M> what rows are read as
     */
    public interface Rest<M> {

        /** Reads the next page. */
        Page<M> page();

        /** A text that stands for the page's last row. */
        String cursor();
    }

    /** The rows. */
    public List<M> records() {
        return records;
    }

    /** The most rows the page could hold. */
    public int limit() {
        return limit;
    }

    /** The rows that the call skipped before it. */
    public long offset() {
        return offset;
    }

    /** All matching rows, when asked for. */
    public OptionalLong total() {
        return total;
    }

    /** How many rows the page holds. */
    public int count() {
        return records.size();
    }

    /** Whether there were rows after this page when it was read. */
    public boolean hasNext() {
        return rest != null;
    }

    /**
     * Reads the page after this one: the rows behind its last row, whatever was inserted or deleted meanwhile. It takes as
     * long as the first page, however deep it lies, where an index has the order.
     *
     * @return the page, of the same query and limit
     * @throws InvalidInputException DF-134 when there is none
     */
    public Page<M> next() {
        if (rest == null) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.PAGE_LAST,
                            "there is no page after this one",
                            "its query has no more rows",
                            "ask hasNext() before next()"),
                    null);
        }
        return rest.page();
    }

    /**
     * A text that stands for the page's last row, for {@link OrderedQuery#after} of a later call; it is encrypted, and holds
     * for queries with the same filter and order. Empty when there is no next page.
     */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(rest).map(Rest::cursor);
    }

    @Override
    public String toString() {
        return "Page[records=" + records + ", limit=" + limit + ", offset=" + offset + ", total=" + total + ", hasNext="
                + hasNext() + "]";
    }
}
