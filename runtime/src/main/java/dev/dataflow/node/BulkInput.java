package dev.dataflow.node;

import dev.dataflow.query.BulkQuery;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads what the inputs of bulk calls have in common. */
final class BulkInput {

    private BulkInput() {}

    /** Reads what is said of every call that is given rows into its options. */
    static <O extends BulkOptions<O>> O read(Input input, O options) {
        if (input.has("batch_size")) {
            options.batchSize(input.small("batch_size", 0));
        }
        return options.onError(onError(input)).onProgress(progress(input));
    }

    private static OnError onError(Input input) {
        return OnError.valueOf(
                input.word("on_error", "abort", List.of("abort", "continue")).toUpperCase(Locale.ROOT));
    }

    private static LongConsumer progress(Input input) {
        Object given = input.raw("on_progress");
        if (given == null) {
            return rows -> {};
        }
        if (given instanceof LongConsumer listener) {
            return listener;
        }
        throw input.wrong("on_progress", "a java.util.function.LongConsumer");
    }

    static Consumer<BulkQuery> query(Input input) {
        return query -> {
            query.filter(input.map("filter"));
            if (input.has("limit")) {
                int limit = input.small("limit", 0);
                if (limit < 1) {
                    throw Selection.outOfRange("limit", "1 or more");
                }
                query.limit(limit);
            }
            if (input.flag("confirmed", false)) {
                query.confirmed();
            }
        };
    }
}
