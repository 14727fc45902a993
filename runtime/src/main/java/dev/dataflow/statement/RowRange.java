package dev.dataflow.statement;

import dev.dataflow.query.Keyset;
import dev.dataflow.query.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the rows that match a statement reads, as far as it decides the SQL. Immutable.
 *
 * @param order their order; empty for any
 * @param after which values of the row it starts behind are null; empty to start with the first row
 * @param limited whether the call says how many rows are read
 * @param skipping whether it says how many are skipped. A statement that skips none has no offset: PostgreSQL would plan one with
 *     a parameter anew for each call, as it guesses that it skips many rows
 */
public record RowRange(List<Sort> order, List<Boolean> after, boolean limited, boolean skipping) {

    /** Copies the lists. */
    public RowRange {
        order = List.copyOf(order);
        after = List.copyOf(after);
    }

    /**
     * A range.
     *
     * @param order their order; empty for any
     * @param after the row it starts behind; null to start with the first
     * @param limited whether the call says how many rows are read
     * @param offset how many rows are skipped
     */
    public static RowRange of(List<Sort> order, @Nullable Keyset after, boolean limited, long offset) {
        return new RowRange(order, after == null ? List.of() : after.nulls(), limited, offset != 0);
    }
}
