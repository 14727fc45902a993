package dev.dataflow.cli.command;

import dev.dataflow.cli.source.ClassPathModels;
import dev.dataflow.cli.source.TextFile;
import dev.dataflow.cli.terminal.Surroundings;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.snapshot.Snapshot;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which schema there is, and which one there is to be. */
final class SchemaOptions {

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "PATHS",
            description = "Folders of classes and jars with the models, such as target/classes. Their descriptors are"
                    + " read; no class is loaded.")
    private List<String> classPath = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "SNAPSHOT",
            description = "A snapshot of the schema there is, instead of the database.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "SNAPSHOT",
            description = "A snapshot of the schema there is to be, instead of the models.")
    private @Nullable String to;

    @Nullable
    String from() {
        return from;
    }

    @Nullable
    String to() {
        return to;
    }

    boolean hasModels() {
        return !classPath.isEmpty();
    }

    /** What models in places say that there is to be. */
    static SchemaOptions ofModels(List<String> classPath) {
        SchemaOptions options = new SchemaOptions();
        options.classPath = List.copyOf(classPath);
        return options;
    }

    /** The models of the class path. */
    Models models(Surroundings around) {
        List<Path> places = new ArrayList<>();
        for (String each : classPath) {
            for (String place : each.split(Pattern.quote(File.pathSeparator))) {
                if (!place.isEmpty()) {
                    places.add(around.file(place));
                }
            }
        }
        return new ClassPathModels(places).read();
    }

    /** The schema in a snapshot. */
    static Schema snapshot(Surroundings around, String file) {
        return Snapshot.read(TextFile.read(around.file(file)));
    }

    /** Looks whether it is said what there is to be, once. */
    void requireTarget() {
        if (hasModels() == (to != null)) {
            throw Misuse.of(
                    hasModels() ? "--classpath and --to stand together" : "it is not said what the schema is to be",
                    "models (--classpath) say it, or a snapshot (--to)",
                    hasModels() ? "leave one of them out" : "add --classpath target/classes, or --to schema.json");
        }
    }
}
