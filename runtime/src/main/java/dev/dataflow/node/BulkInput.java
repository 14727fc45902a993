package dev.dataflow.node;

import dev.dataflow.query.BulkQuery;
import java.util.function.Consumer;

/** Reads which rows a bulk update or delete is about. */
final class BulkInput {

    private BulkInput() {}

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
