package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts rows into pieces a statement can hold. */
final class Chunks {

    /** An eighth of what MySQL takes in one packet by default. */
    static final long MOST_BYTES = 8L << 20;

    /** Says that the caller leaves the size of batches to the database. */
    static final int NOT_ASKED = 0;

    /** What COPY does best with, of the sizes measured. */
    private static final int LOADED_ROWS = 5000;

    private Chunks() {}

    /** The rows that are written together: as asked, or what suits the database; but on PostgreSQL, in one statement. */
    static int batch(int asked, int parametersPerRow, NodeContext context) {
        if (context.engine() == DatabaseEngine.POSTGRESQL) {
            return asked == NOT_ASKED ? LOADED_ROWS : asked;
        }
        return Math.min(
                asked == NOT_ASKED ? BulkCreateOptions.DEFAULT_BATCH_SIZE : asked, most(parametersPerRow, context));
    }

    private static int most(int parametersPerRow, NodeContext context) {
        return Math.max(1, context.dialect().maximumParameters() / Math.max(1, parametersPerRow));
    }

    /** Cuts rows of a batch into statements, none with more parameters than the database takes. */
    static <T> List<List<T>> statements(List<T> rows, int parametersPerRow, NodeContext context) {
        int most = most(parametersPerRow, context);
        int size = context.engine() == DatabaseEngine.POSTGRESQL
                ? Math.min(BulkCreateOptions.DEFAULT_BATCH_SIZE, most)
                : most;
        if (rows.size() <= size) {
            return rows.isEmpty() ? List.of() : List.of(rows);
        }
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            parts.add(rows.subList(from, Math.min(rows.size(), from + size)));
        }
        return parts;
    }

    /**
     * The next rows, at most so many, and no more than a statement's text may hold.
     *
     * @param failures take rows that cannot be made; null to throw instead
     */
    static List<BulkRow> rows(BulkSource<?> rows, int size, @Nullable BulkFailures failures) {
        List<BulkRow> chunk = new ArrayList<>();
        long weight = 0;
        for (int taken = 0; taken < size && weight < MOST_BYTES && rows.hasNext(); taken++) {
            BulkRow row = rows.next(failures);
            if (row != null) {
                weight += weight(row.values());
                chunk.add(row);
            }
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
