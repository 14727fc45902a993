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

    static SchemaException of(SchemaRequest request, Inspection seen) {
        List<Table> missing = seen.findings().missing();
        List<Difference> all = new ArrayList<>(seen.findings().differences());
        if (!request.change()) {
            missing.forEach(table -> all.add(SchemaComparison.missingTable(table, seen.live())));
        }
        String what = "the database is not what the models say, in " + all.size()
                + (all.size() == 1 ? " place:" : " places:")
                + all.stream().map(Difference::toString).collect(Collectors.joining("\n    ", "\n    ", ""));
        return new SchemaException(
                new Problem(ErrorCode.SCHEMA_DIFFERS, what, why(request, missing), fix(request, seen)), null);
    }

    private static String why(SchemaRequest request, List<Table> missing) {
        if (!request.change()) {
            return "the schema is only checked here (autoMigrate is off, or the schema is somebody else's); nothing was"
                    + " changed";
        }
        String kept = missing.isEmpty()
                ? ""
                : "; missing and not created either: "
                        + missing.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
        return "missing tables are created at open, and existing ones are never altered; nothing was changed" + kept;
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
