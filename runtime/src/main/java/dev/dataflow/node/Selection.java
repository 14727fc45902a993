package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.FilterParser;
import dev.dataflow.query.FilterQuery;
import dev.dataflow.statement.Rows;

/** The rows a query is about, checked against its model. */
final class Selection {

    private Selection() {}

    static Rows of(ModelMetadata<?, ?, ?, ?> model, FilterQuery<?> query) {
        return new Rows(new FilterParser(model).parse(query.filters()), query.conditions());
    }

    static Rows ofBulk(ModelMetadata<?, ?, ?, ?> model, BulkQuery query) {
        Rows rows = of(model, query);
        if (rows.all() && !query.isConfirmed()) {
            throw Refusal.of(
                    ErrorCode.NOT_CONFIRMED,
                    "a bulk call would touch every row of " + model,
                    "it has no filter, and was not confirmed",
                    "narrow it with where or filter; or call confirmed() if all rows are meant");
        }
        if (query.isLimited() && query.limit() < 1) {
            throw outOfRange("limit", "1 or more");
        }
        return rows;
    }

    static RuntimeException outOfRange(String option, String allowed) {
        return Refusal.of(
                ErrorCode.OPTION_INVALID,
                "`" + option + "` is out of range",
                "it must be " + allowed,
                "give a value that is " + allowed);
    }
}
