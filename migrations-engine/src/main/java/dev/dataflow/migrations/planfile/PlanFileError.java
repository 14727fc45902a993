package dev.dataflow.migrations.planfile;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for plan files that cannot be used. */
final class PlanFileError {

    private static final String AGAIN = "plan again from the database and the models";

    private PlanFileError() {}

    static SchemaException invalid(String why, @Nullable Exception cause) {
        return of(
                ErrorCode.PLAN_FILE_INVALID, "the plan file cannot be read", why, AGAIN + ", with this version", cause);
    }

    static SchemaException changed(List<String> steps) {
        String where = steps.isEmpty() ? "something outside of its steps" : "the step " + String.join(", ", steps);
        return of(
                ErrorCode.PLAN_FILE_CHANGED,
                "the plan file was changed after it was written",
                where
                        + " has another checksum than the file says; what was looked at and approved is not what would run",
                AGAIN + ", with the models or options that lead to what you want",
                null);
    }

    static SchemaException unfit(String why) {
        return of(ErrorCode.PLAN_FILE_UNFIT, "the plan is not for this database", why, AGAIN, null);
    }

    private static SchemaException of(ErrorCode code, String what, String why, String fix, @Nullable Exception cause) {
        return new SchemaException(new Problem(code, what, why, fix), cause);
    }
}
