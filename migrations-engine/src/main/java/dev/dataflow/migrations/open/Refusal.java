package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.difference.SchemaComparison;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words for a schema that is not what the models say. */
final class Refusal {

    private Refusal() {}

    /** A database that is only looked at, or is not what it was when it was looked at first. */
    static SchemaException of(SchemaRequest request, Inspection seen) {
        return refusal(request, seen, why(request, seen.findings().missing()));
    }

    /** A database of which a part must not be done at open. */
    static SchemaException planned(SchemaRequest request, Inspection seen, List<OpeningPlan> plans) {
        return refusal(
                request,
                seen,
                "what is added at low risk is done at open, and not all of this is; nothing was changed"
                        + kept(seen.findings().missing()) + "; the plan would be:\n    "
                        + String.join("\n    ", PlanText.of(plans)));
    }

    /** A database for which there is no plan. */
    static SchemaException unplanned(SchemaRequest request, Inspection seen, String why) {
        return refusal(
                request,
                seen,
                "what is added at low risk is done at open, and there is no plan for this: " + why
                        + "; nothing was changed" + kept(seen.findings().missing()));
    }

    private static SchemaException refusal(SchemaRequest request, Inspection seen, String why) {
        List<Table> missing = seen.findings().missing();
        List<Difference> all = new ArrayList<>(seen.findings().differences());
        if (!request.change() || all.isEmpty()) {
            missing.forEach(table -> all.add(SchemaComparison.missingTable(table, seen.live())));
        }
        String what = "the database is not what the models say, in " + all.size()
                + (all.size() == 1 ? " place:" : " places:")
                + all.stream().map(Difference::toString).collect(Collectors.joining("\n    ", "\n    ", ""));
        return new SchemaException(new Problem(ErrorCode.SCHEMA_DIFFERS, what, why, fix(request, seen)), null);
    }

    private static String kept(List<Table> missing) {
        return missing.isEmpty()
                ? ""
                : "; missing and not created either: "
                        + missing.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
    }

    private static String why(SchemaRequest request, List<Table> missing) {
        if (!request.change()) {
            return "the schema is only checked here (autoMigrate is off, or the schema is somebody else's); nothing was"
                    + " changed";
        }
        return "what is missing is added at open as far as that is of low risk, and this is not what was seen first;"
                + " nothing was changed" + kept(missing);
    }

    private static String fix(SchemaRequest request, Inspection seen) {
        boolean onlyMissing = seen.findings().differences().isEmpty();
        String create =
                "create the missing tables, whose SQL dev.dataflow.migrations.SchemaDdl lists, or open once with"
                        + " autoMigrate(true)";
        String alter = "change the tables, or the models, until they agree";
        if (onlyMissing) {
            return create;
        }
        return request.change() || seen.findings().missing().isEmpty() ? alter : alter + "; " + create;
    }
}
