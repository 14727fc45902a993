package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.difference.MissingIndex;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.plan.Timeouts;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works out what would bring the tables of one schema to their models. Changes nothing. */
final class SchemaPreparation {

    /** Who waits for a lock keeps out those that come later. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(1);

    private final SchemaRequest request;
    private final String schema;
    private final Schema live;
    private final AdditiveTarget target;

    /**
     * A schema.
     *
     * @param request what is to be done
     * @param schema its key
     * @param names when names mean the same
     * @param wanted what models want in it
     */
    SchemaPreparation(SchemaRequest request, String schema, NameRule names, Schema wanted) {
        this.request = request;
        this.schema = schema;
        SchemaReader reader = new SchemaReader(request.engine());
        live = schema.equals(ModelSchemas.CURRENT)
                ? reader.read(request.connection())
                : reader.read(request.connection(), schema);
        target = new AdditiveTarget(names, live, wanted);
    }

    /**
     * The plan: one that may be done now, or else one that leads to the models.
     *
     * @param differences where tables of the schema do not fit
     * @param indexes its missing indexes
     * @param renames what models say about former names
     */
    OpeningPlan plan(List<Difference> differences, List<MissingIndex> indexes, Function<Schema, RenameHints> renames) {
        RenameHints hints = renames.apply(live);
        if (!hints.tables().isEmpty() || !hints.columns().isEmpty()) {
            return renaming(SchemaDiff.of(live, target.renamed(target.with(differences, List.of()), hints), hints));
        }
        // a column that comes may be one that the model does not know any more
        Set<String> changed =
                differences.stream().map(Difference::table).map(TableName::name).collect(Collectors.toSet());
        Schema after = target.with(differences, List.of());
        SchemaDiff asked = SchemaDiff.of(live, target.without(after, changed));
        asked.requireAnswers();

        PlanOptions options = options();
        SchemaDiff whole = SchemaDiff.of(live, target.with(differences, indexes));
        Facts facts = facts(Plan.of(whole, options), whole);
        OpeningPlan best = assessed(whole, options, facts);
        if (best.isHarmless()) {
            return best;
        }
        List<MissingIndex> cheap = indexes.stream()
                .filter(index -> assessed(SchemaDiff.of(live, target.with(List.of(), List.of(index))), options, facts)
                        .isHarmless())
                .toList();
        best = assessed(SchemaDiff.of(live, target.with(differences, cheap)), options, facts);
        return best.isHarmless() ? best : assessed(SchemaDiff.of(live, after), options, facts);
    }

    /** Programs that know the old names still run: nothing is renamed at open. */
    private OpeningPlan renaming(SchemaDiff diff) {
        diff.requireAnswers();
        return assessed(diff, options(), facts(Plan.of(diff, options()), diff));
    }

    private Facts facts(Plan plan, SchemaDiff diff) {
        return new FactReader(request.engine(), Budget.SHORT).read(request.connection(), schema, plan, diff);
    }

    private OpeningPlan assessed(SchemaDiff diff, PlanOptions options, Facts facts) {
        Plan plan = Plan.of(diff, options);
        return new OpeningPlan(schema, plan, new RiskAssessor().assess(plan, diff, facts));
    }

    private PlanOptions options() {
        Duration wait = request.lockTimeout().compareTo(LONGEST_WAIT) < 0 ? request.lockTimeout() : LONGEST_WAIT;
        return PlanOptions.plain(ServerVersions.read(request.connection(), request.engine()))
                .withTimeouts(new Timeouts(wait, LONGEST_STATEMENT));
    }
}
