package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cuts rows into pieces a statement can hold. */
final class Chunks {

    /** What is held in memory at most, but for one large row. */
    private static final long MOST_BYTES = 8L << 20;

    /** What a parameter takes of a statement's text at most, with its cast. */
    private static final int TEXT_OF_PARAMETER = 32;

    /** Says that the caller leaves the size of batches to the database. */
    static final int NOT_ASKED = 0;

    /** What COPY does best with, of the sizes measured. */
    private static final int LOADED_ROWS = 5000;

    /** Without COPY more rows gain nothing. */
    private static final int MOST_ROWS = 1000;

    private Chunks() {}

    /** The rows that are written together: as asked, or what suits the database; but on PostgreSQL, in one statement. */
    static int batch(int asked, int parametersPerRow, NodeContext context) {
        if (context.engine() == DatabaseEngine.POSTGRESQL) {
            return asked == NOT_ASKED ? LOADED_ROWS : asked;
        }
        return Math.min(asked == NOT_ASKED ? MOST_ROWS : asked, most(parametersPerRow, context));
    }

    private static int most(int parametersPerRow, NodeContext context) {
        int parameters = context.dialect().maximumParameters();
        long packet = context.session().database().packetLimit();
        if (packet > 0) {
            parameters = (int) Math.min(parameters, packet / 2 / TEXT_OF_PARAMETER);
        }
        return Math.max(1, parameters / Math.max(1, parametersPerRow));
    }

    /** How many bytes of values are written together: half of what the server takes, but for one large row. */
    static long bytes(NodeContext context) {
        long packet = context.session().database().packetLimit();
        return packet == 0 ? MOST_BYTES : Math.min(MOST_BYTES, packet / 2);
    }

    /** Cuts rows of a batch into statements, none with more parameters than the database takes. */
    static <T> List<List<T>> statements(List<T> rows, int parametersPerRow, NodeContext context) {
        int most = most(parametersPerRow, context);
        int size = context.engine() == DatabaseEngine.POSTGRESQL ? Math.min(MOST_ROWS, most) : most;
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
     * The next rows, at most so many, and no more than the server takes at once.
     *
     * @param failures take rows that cannot be made; null to throw instead
     */
    static List<BulkRow> rows(BulkSource<?> rows, int size, @Nullable BulkFailures failures, NodeContext context) {
        List<BulkRow> chunk = new ArrayList<>();
        long bytes = bytes(context);
        long weight = 0;
        for (int taken = 0; taken < size && rows.hasNext(); taken++) {
            BulkRow row = rows.next(failures);
            if (row != null) {
                weight += weight(row.values());
                if (weight > bytes && !chunk.isEmpty()) {
                    rows.putBack(row);
                    break;
                }
                chunk.add(row);
            }
        }
        return chunk;
    }

    /** About how many bytes values take on the wire, and rather more. */
    static long weight(@Nullable Object... values) {
        long weight = 0;
        for (Object value : values) {
            weight += weightOf(value);
        }
        return weight;
    }

    private static long weightOf(@Nullable Object value) {
        if (value instanceof String text) {
            return 3L * text.length();
        }
        if (value instanceof byte[] bytes) {
            return 2L * bytes.length;
        }
        boolean small = value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof Temporal
                || value instanceof TemporalAmount
                || value instanceof UUID;
        // JSON, lists and converted values
        return small ? 16 : 16 + 3L * value.toString().length();
    }

    /** The next power of two, so that few statements serve all sizes. */
    static int padded(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
