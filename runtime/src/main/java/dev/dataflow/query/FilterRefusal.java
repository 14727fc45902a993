package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The errors of filters. Each says where in the filter the mistake is. */
final class FilterRefusal {

    private FilterRefusal() {}

    static InvalidInputException of(ErrorCode code, String what, String why, String fix) {
        return new InvalidInputException(new Problem(code, what, why, fix), null);
    }

    /** A value of a type the place does not take. */
    static InvalidInputException wrong(String path, @Nullable Object given, String needed) {
        String kind = given == null ? "null" : "of type " + given.getClass().getSimpleName();
        return of(ErrorCode.TYPE_MISMATCH, "`" + path + "` is " + kind, needed + " is needed there", "give " + needed);
    }

    static InvalidInputException unknownOperator(String path, String given, Collection<String> known) {
        return of(
                ErrorCode.NAME_UNKNOWN,
                "`" + path + "` names an operator that does not exist here",
                "the operators here are " + String.join(", ", known),
                NearestName.suggest(given, known));
    }

    static InvalidInputException tooLarge(String path, String what, String fix) {
        return of(
                ErrorCode.FILTER_TOO_LARGE,
                "`" + path + "` " + what,
                "every database must be able to take every filter, in one statement",
                fix);
    }
}
