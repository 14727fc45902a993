package dev.dataflow.node;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts rows into pieces a statement can hold. */
final class Chunks {

    /** An eighth of what MySQL takes in one packet by default. */
    static final long MOST_BYTES = 8L << 20;

    private Chunks() {}

    /** The rows a statement may hold: as asked, but no more parameters than the database takes. */
    static int size(int asked, int parametersPerRow, NodeContext context) {
        if (asked < 1) {
            throw Selection.outOfRange("batch_size", "1 or more");
        }
        int most = context.dialect().maximumParameters() / Math.max(1, parametersPerRow);
        return Math.max(1, Math.min(asked, most));
    }

    /** The next rows, at most so many, and no more than a statement's text may hold. */
    static List<BulkRow> rows(Iterator<BulkRow> rows, int size) {
        List<BulkRow> chunk = new ArrayList<>();
        long weight = 0;
        while (chunk.size() < size && weight < MOST_BYTES && rows.hasNext()) {
            BulkRow row = rows.next();
            weight += weight(row.values());
            chunk.add(row);
        }
        return chunk;
    }

    /** About how many bytes values take on the wire. */
    static long weight(@Nullable Object... values) {
        long weight = 0;
        for (Object value : values) {
            weight += value instanceof String text
                    ? 3L * text.length()
                    : value instanceof byte[] bytes ? 2L * bytes.length : 16;
        }
        return weight;
    }

    /** The next power of two, so that few statements serve all sizes. */
    static int padded(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
