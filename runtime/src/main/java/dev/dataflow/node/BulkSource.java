package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of a bulk call, made one at a time of what it was given. */
final class BulkSource<T> {

    private final Iterator<? extends T> items;
    private final Mapper<T> mapper;
    private @Nullable BulkRow held;
    private long index;

    BulkSource(Iterator<? extends T> items, Mapper<T> mapper) {
        this.items = items;
        this.mapper = mapper;
    }

    /** Makes a row. */
    interface Mapper<T> {
        BulkRow row(long index, T item);
    }

    boolean hasNext() {
        return held != null || items.hasNext();
    }

    /** Gives back the row last taken, for the next call of {@link #next}. */
    void putBack(BulkRow row) {
        held = row;
    }

    /** How many rows were taken. */
    long index() {
        return index;
    }

    /**
     * The next row.
     *
     * @param failures take a row that cannot be made; null to throw instead, with the row's index
     * @return the row; null when it went to the failures
     */
    @Nullable
    BulkRow next(@Nullable BulkFailures failures) {
        if (held != null) {
            BulkRow row = held;
            held = null;
            return row;
        }
        long at = index++;
        try {
            return row(at, items.next());
        } catch (InvalidInputException e) {
            if (failures == null) {
                throw inRow(at, e);
            }
            failures.add(at, e);
            return null;
        }
    }

    /** The same error, with the row's index. */
    static InvalidInputException inRow(long at, InvalidInputException e) {
        return new InvalidInputException(new Problem(e.code(), "row " + at + ": " + e.what(), e.why(), e.fix()), e);
    }

    private BulkRow row(long at, @Nullable T item) {
        if (item == null) {
            throw Refusal.of(ErrorCode.PARAMETER_MISSING, "it is null", "rows are values", "leave it out");
        }
        return mapper.row(at, item);
    }
}
