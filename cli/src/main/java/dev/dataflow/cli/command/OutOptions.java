package dev.dataflow.cli.command;

import dev.dataflow.cli.plan.JudgedPlan;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.planfile.FlywaySql;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.planfile.SqlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a plan is kept. */
final class OutOptions {

    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    @Option(
            names = "--out",
            paramLabel = "PLACE",
            description =
                    "Keep the plan: in a file that ends with .json, or as SQL for Flyway in a folder. Repeatable.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--sql-version",
            paramLabel = "VERSION",
            description = "With a folder: the version of Flyway's files, such as 7. Default: the time, in UTC.")
    private @Nullable String sqlVersion;

    /** Refuses what cannot be written, before anything else is done. */
    void check(Console console) {
        boolean folder = false;
        for (String place : places) {
            if (!isPlan(place)) {
                folder = true;
                if (!Files.isDirectory(console.around().file(place))) {
                    throw Misuse.of(
                            "`--out " + place + "` is neither a plan nor a folder",
                            "plans end with .json, and SQL goes to a folder that is there",
                            "end the file with .json, or create the folder");
                }
            }
        }
        if (sqlVersion != null && !folder) {
            throw Misuse.of("--sql-version has nothing to do here", "no --out names a folder", "add --out FOLDER");
        }
    }

    /** Keeps a plan with its risk, if that is wanted. */
    void write(Console console, String name, JudgedPlan judged) {
        Plan plan = judged.plan();
        for (String place : places) {
            Path target = console.around().file(place);
            if (isPlan(place)) {
                PlanFile file = PlanFile.of(plan, judged.diff()).withRisk(judged.assessment());
                TextFile.write(target, file.write());
                console.say("written: " + place);
            } else if (!plan.steps().isEmpty()) {
                String version = version();
                List<SqlFile> files = sql(plan, name, version);
                new FlywayFolder(place, target).requireFree(version, files);
                for (SqlFile file : files) {
                    TextFile.write(target.resolve(file.name()), file.text());
                    console.say("written: " + place + "/" + file.name());
                }
            }
        }
    }

    private String version() {
        return sqlVersion == null ? LocalDateTime.now(ZoneOffset.UTC).format(VERSION) : sqlVersion;
    }

    private static List<SqlFile> sql(Plan plan, String name, String version) {
        try {
            return FlywaySql.of(plan, name, version);
        } catch (IllegalArgumentException e) {
            throw Misuse.of(
                    "Flyway cannot take --name " + name + " and --sql-version " + version,
                    String.valueOf(e.getMessage()),
                    "write letters, digits, `-` and single `_` in the name, and numbers in the version");
        }
    }

    private static boolean isPlan(String place) {
        return place.endsWith(".json");
    }
}
