package dev.dataflow.cli.command;

import dev.dataflow.cli.source.DatabaseAccess;
import dev.dataflow.cli.terminal.Console;
import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.ModelTarget;
import dev.dataflow.migrations.diff.RenameFlags;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.Unmodelled;
import dev.dataflow.migrations.diff.ValueStatistics;
import dev.dataflow.migrations.rename.ModelRenames;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.migrations.scratch.SchemaKeys;
import dev.dataflow.migrations.statistics.ValueStatisticsReader;
import dev.dataflow.migrations.wording.ShellWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and compares the schemas that options name. */
final class ComparisonReader {

    private static final Duration STATISTICS = Duration.ofSeconds(5);

    private final Console console;
    private final DatabaseOptions where;
    private final SchemaOptions what;
    private final HintOptions hints;
    private final List<String> remarks = new ArrayList<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    ComparisonReader(Console console, DatabaseOptions where, SchemaOptions what, HintOptions hints) {
        this.console = console;
        this.where = where;
        this.what = what;
        this.hints = hints;
    }

    Comparison read() {
        what.requireTarget();
        String from = what.from();
        if (from == null) {
            DatabaseAccess database = where.openOrEmpty(console);
            try {
                Schema before = console.during("reading the schema of " + database.place() + " …", database::read);
                return comparison(compare(before, database, database), database, database.place());
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        }
        Schema before = SchemaOptions.snapshot(console.around(), from);
        if (what.hasModels() && where.isNamed()) {
            try (DatabaseAccess server = where.open(console)) {
                return comparison(compare(before, server, null), null, from);
            }
        }
        where.refuseUnused("--from says what there is, and no server is needed");
        return comparison(compare(before, null, null), null, from);
    }

    private Comparison comparison(SchemaDiff diff, @Nullable DatabaseAccess database, String before) {
        String to = what.to();
        return new Comparison(diff, database, before, to == null ? "models" : to, remarks, unmodelled);
    }

    /**
     * Compares.
     *
     * @param server who knows how models are kept; null for nobody
     * @param present the database whose schema it is; null when that is a snapshot
     */
    private SchemaDiff compare(Schema before, @Nullable DatabaseAccess server, @Nullable DatabaseAccess present) {
        RenameHints said = hints.read();
        Schema after;
        String to = what.to();
        if (to != null) {
            after = SchemaOptions.snapshot(console.around(), to);
            requireSame(before.engine(), after.engine());
        } else {
            Models models = what.models(console.around());
            SchemaKeys keys = server == null ? new SchemaKeys(null) : server.keys();
            String key = keys.of(where.schema());
            ModelRenames renames = ModelRenames.of(models, model -> keys.isIn(model, key), before, said);
            renames.notes().forEach(console::detail);
            ModelTarget target = target(models, key, before, server, renames.hints());
            said = target.hints();
            after = target.schema();
        }
        SchemaDiff diff = SchemaDiff.of(before, after, said);
        if (present == null || diff.questions().isEmpty()) {
            return diff;
        }
        ValueStatistics statistics = console.during(
                "looking at values of what may be renamed …",
                () -> new ValueStatisticsReader(present.engine(), STATISTICS).read(present.connection(), diff));
        return SchemaDiff.of(before, after, said, statistics);
    }

    private ModelTarget target(
            Models models, String key, Schema before, @Nullable DatabaseAccess server, RenameHints said) {
        SortedMap<String, Schema> wanted = console.during(
                "asking the server how it would keep the models' tables …",
                () -> wanted(models, before.engine(), server));
        for (String other : wanted.keySet()) {
            if (!other.equals(key)) {
                remarks.add(
                        other.isEmpty()
                                ? "models of the connection's schema are left out; they are looked at without --schema"
                                : "models of the schema `" + other + "` are left out; --schema " + other
                                        + " looks at them"
                                        + (pointsTo(wanted.get(key), other) ? ", and comes first" : ""));
            }
        }
        ModelTarget target = ModelTarget.of(before, wanted.getOrDefault(key, Schema.empty(before.engine())), said);
        if (!target.kept().isEmpty()) {
            remarks.add("tables of no model stay as they are: " + String.join(", ", target.kept()) + "; --drop "
                    + ShellWord.of(RenameFlags.drop(
                            new RenameHints.DropHint(target.kept().get(0), "")))
                    + " drops one");
        }
        if (!target.unmodelled().isEmpty()) {
            remarks.add("no model has these, and they stay as they are: "
                    + target.unmodelled().stream().map(Unmodelled::text).collect(Collectors.joining(", "))
                    + target.unmodelled().stream()
                            .flatMap(each -> each.flag().stream())
                            .findFirst()
                            .map(flag -> "; --drop " + ShellWord.of(flag) + " drops one")
                            .orElse(""));
        }
        unmodelled.addAll(target.unmodelled());
        return target;
    }

    private static boolean pointsTo(@Nullable Schema schema, String other) {
        return schema != null
                && schema.tables().stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .anyMatch(each -> other.equals(each.target().schema()));
    }

    private static SortedMap<String, Schema> wanted(
            Models models, DatabaseEngine engine, @Nullable DatabaseAccess server) {
        if (server != null) {
            requireSame(engine, server.engine());
            return new ModelSchemas(engine).readAll(server.connection(), models);
        }
        if (engine != DatabaseEngine.SQLITE) {
            throw Misuse.of(
                    "models cannot be compared with a snapshot of " + engine.label() + " without a server",
                    "only a server knows how it writes defaults, checks and types",
                    "add --url with any database of such a server; no table of it is touched");
        }
        try (DatabaseAccess memory =
                DatabaseAccess.open(DataFlowConfig.from(Map.of()).withUrl(":memory:"), null)) {
            return new ModelSchemas(engine).readAll(memory.connection(), models);
        }
    }

    /** Refuses schemas of different databases. */
    static void requireSame(DatabaseEngine before, DatabaseEngine after) {
        if (before != after) {
            throw new DataFlowException(new Problem(
                    ErrorCode.SCHEMAS_INCOMPARABLE,
                    "a schema of " + before.label() + " and one of " + after.label() + " cannot be compared",
                    "types, defaults and checks are kept as each database writes them",
                    "compare schemas of one database; models can be compared with any"));
        }
    }
}
