package dev.dataflow.cli.command;

import dev.dataflow.migrations.diff.FlagName;
import dev.dataflow.migrations.plan.PlanOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What rows that are there get in columns that come or may no longer be NULL. */
final class ValueOptions {

    @Option(
            names = "--value",
            paramLabel = "COLUMN=SQL",
            description =
                    "What rows that are there get in a column that comes, or may no longer be NULL, as an SQL expression"
                            + " over the other columns: users.full_name=\"coalesce(name, '')\". Named as after the change. Repeatable.")
    private List<String> values = new ArrayList<>();

    /** Refuses flags that cannot be understood, before anything else is done. */
    void check() {
        values.forEach(ValueOptions::read);
    }

    /** Options with the values. */
    PlanOptions in(PlanOptions options) {
        PlanOptions all = options;
        for (String each : values) {
            List<String> parts = read(each);
            all = all.withValue(parts.get(0), parts.get(1), parts.get(2));
        }
        return all;
    }

    private static List<String> read(String flag) {
        List<String> parts = FlagName.andText(flag);
        if (parts.size() != 3 || parts.get(2).isBlank()) {
            throw Misuse.of(
                    "`--value " + flag + "` cannot be understood",
                    "it is a column, an equals sign and an SQL expression",
                    "write it as in --value \"users.full_name=coalesce(name, '')\"");
        }
        return parts;
    }
}
