package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Filter;
import dev.dataflow.query.FilterParser;
import dev.dataflow.query.FilterQuery;

/** The rows a query is about, checked against its model. */
final class Selection {

    private Selection() {}

    static Filter of(NodeContext context, ModelMetadata<?, ?, ?, ?> model, FilterQuery<?> query) {
        return new FilterParser(model, context.relations()).parse(query);
    }

    static Filter ofBulk(NodeContext context, ModelMetadata<?, ?, ?, ?> model, BulkQuery query) {
        Filter filter = of(context, model, query);
        if (filter.matchesAll() && !query.isConfirmed()) {
            throw Refusal.of(
                    ErrorCode.NOT_CONFIRMED,
                    "a bulk call would touch every row of " + model,
                    "it has no filter or one that matches all, and was not confirmed",
                    "narrow it with where or filter; or call confirmed() if all rows are meant");
        }
        if (query.isLimited() && query.limit() < 1) {
            throw outOfRange("limit", "1 or more");
        }
        return filter;
    }

    static RuntimeException outOfRange(String option, String allowed) {
        return Refusal.of(
                ErrorCode.OPTION_INVALID,
                "`" + option + "` is out of range",
                "it must be " + allowed,
                "give a value that is " + allowed);
    }
}
