package dev.dataflow.node;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts rows into pieces a statement can hold. */
final class Chunks {

    private Chunks() {}

    /** The rows a statement may hold: as asked, but no more parameters than the database takes. */
    static int size(int asked, int parametersPerRow, NodeContext context) {
        if (asked < 1) {
            throw Selection.outOfRange("batch_size", "1 or more");
        }
        int most = context.dialect().maximumParameters() / Math.max(1, parametersPerRow);
        return Math.max(1, Math.min(asked, most));
    }

    /** The next rows, at most so many. */
    static <T> List<T> next(Iterator<T> rows, int size) {
        List<T> chunk = new ArrayList<>();
        while (chunk.size() < size && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }

    /** The next power of two, so that few statements serve all sizes. */
    static int padded(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
