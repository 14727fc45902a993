package dev.dataflow.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a bulk call, some at a time, in the transaction there is. */
interface BulkWriter {

    /** Writes rows; several with one key as if they were written one by one. */
    BulkTally write(List<BulkRow> rows);

    /**
     * Cuts rows into parts, none of which holds two rows of one key: a row that changes what an earlier one wrote must not be
     * laid over it where the earlier one may be one that fails.
     */
    List<List<BulkRow>> ofDifferentKeys(List<BulkRow> rows);

    /** What loads its rows. */
    RowLoader loader();

    /** Cuts rows where one has the key of an earlier row of its part; null is no key. */
    static List<List<BulkRow>> parts(List<BulkRow> rows, Function<BulkRow, @Nullable Object> key) {
        List<List<BulkRow>> parts = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (BulkRow row : rows) {
            Object value = key.apply(row);
            if (parts.isEmpty() || value != null && seen.contains(value)) {
                parts.add(new ArrayList<>());
                seen.clear();
            }
            if (value != null) {
                seen.add(value);
            }
            parts.get(parts.size() - 1).add(row);
        }
        return parts;
    }
}
