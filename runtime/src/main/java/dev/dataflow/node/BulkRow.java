package dev.dataflow.node;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a bulk call.
 *
 * @param index its place among the rows given, from 0
 * @param values its values by column position, complete but for a key the database makes, which is filled in
 * @param given the columns the caller set, which an existing row takes over
 */
record BulkRow(long index, @Nullable Object[] values, BitSet given) {

    /**
     * This row laid over an earlier one with the same key: what both together would have left behind.
     *
     * @param key the columns that are equal, which stay as the earlier row has them: texts may be spelt otherwise
     */
    BulkRow over(BulkRow earlier, List<Integer> key) {
        @Nullable Object[] merged = earlier.values.clone();
        given.stream().forEach(column -> merged[column] = values[column]);
        key.forEach(column -> merged[column] = earlier.values[column]);
        BitSet both = (BitSet) earlier.given.clone();
        both.or(given);
        return new BulkRow(index, merged, both);
    }

    /** The same row, to be written in an attempt that may be undone. */
    BulkRow attempt() {
        return new BulkRow(index, values.clone(), given);
    }

    /** Whether some rows set the same columns. */
    static boolean setTheSame(List<BulkRow> rows) {
        return rows.stream().allMatch(row -> row.given.equals(rows.get(0).given));
    }
}
