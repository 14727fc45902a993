package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import org.jspecify.annotations.Nullable;

/** What a caller must give. */
final class Given {

    private Given() {}

    static <T> T notNull(@Nullable T value, String method) {
        if (value == null) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.PARAMETER_MISSING,
                            "`" + method + "` of a query was given null",
                            "null is no condition, filter or order",
                            "leave the call out; a condition that matches all rows is DSL.noCondition()"),
                    null);
        }
        return value;
    }
}
