package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.difference.MissingIndex;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.plan.Timeouts;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.rename.ModelRenames;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out what would bring tables to models, and whether it may be done now. Changes nothing. */
final class Preparation {

    /** Who waits for a lock keeps out those that come later. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(1);

    private final SchemaRequest request;
    private final Models models;

    Preparation(SchemaRequest request, Models models) {
        this.request = request;
        this.models = models;
    }

    /**
     * Prepares.
     *
     * @param seen the database as it is
     * @return what to do; refused when a part of it must not be done now
     */
    Prepared of(Inspection seen) {
        List<Difference> differences = seen.findings().differences();
        if (differences.stream().anyMatch(each -> each.table().schema() != null)) {
            return Prepared.refused(
                    seen,
                    Refusal.unplanned(request, seen, "tables in other schemas than the connection's are not planned"));
        }
        if (differences.stream()
                .anyMatch(each -> seen.live().table(each.table()).isEmpty())) {
            return Prepared.refused(
                    seen,
                    Refusal.unplanned(
                            request, seen, "something else has a table's place, or is missing and belongs to nobody"));
        }
        try {
            return prepared(seen, differences);
        } catch (SchemaException e) {
            if (differences.isEmpty() && e.code() != ErrorCode.FORMER_NAME_CONTRADICTION) {
                // a missing index is no reason to stay closed
                return Prepared.of(seen, null);
            }
            return Prepared.refused(seen, Refusal.unplanned(request, seen, e.what()));
        }
    }

    private Prepared prepared(Inspection seen, List<Difference> differences) {
        Schema wanted = new ModelSchemas(request.engine()).read(request.connection(), models);
        Schema live = new SchemaReader(request.engine()).read(request.connection());
        AdditiveTarget target = new AdditiveTarget(seen.live().names(), live, wanted);
        Set<String> changed =
                differences.stream().map(Difference::table).map(TableName::name).collect(Collectors.toSet());
        RenameHints hints = ModelRenames.of(models, live, RenameHints.NONE).hints();
        if (!hints.tables().isEmpty() || !hints.columns().isEmpty()) {
            return renaming(
                    seen, SchemaDiff.of(live, target.renamed(target.with(differences, List.of()), hints), hints));
        }
        // a column that comes may be one that the model does not know any more
        Schema after = target.with(differences, List.of());
        SchemaDiff asked = SchemaDiff.of(live, target.without(after, changed));
        asked.requireAnswers();

        PlanOptions options = options();
        List<MissingIndex> indexes = seen.findings().indexes().stream()
                .filter(index -> index.table().schema() == null)
                .toList();
        SchemaDiff whole = SchemaDiff.of(live, target.with(differences, indexes));
        Plan plan = Plan.of(whole, options);
        Facts facts = new FactReader(request.engine(), Budget.SHORT).read(request.connection(), plan, whole);
        OpeningPlan best = assessed(whole, options, facts);
        if (!best.isHarmless()) {
            List<MissingIndex> cheap = indexes.stream()
                    .filter(index -> assessed(
                                    SchemaDiff.of(live, target.with(List.of(), List.of(index))), options, facts)
                            .isHarmless())
                    .toList();
            best = assessed(SchemaDiff.of(live, target.with(differences, cheap)), options, facts);
        }
        if (best.isHarmless()) {
            return Prepared.of(seen, best);
        }
        return Prepared.refused(
                seen, Refusal.planned(request, seen, assessed(SchemaDiff.of(live, after), options, facts)));
    }

    /** Programs that know the old names still run: nothing is renamed at open. */
    private Prepared renaming(Inspection seen, SchemaDiff diff) {
        diff.requireAnswers();
        Facts facts = new FactReader(request.engine(), Budget.SHORT)
                .read(request.connection(), Plan.of(diff, options()), diff);
        return Prepared.refused(seen, Refusal.planned(request, seen, assessed(diff, options(), facts)));
    }

    private static OpeningPlan assessed(SchemaDiff diff, PlanOptions options, Facts facts) {
        Plan plan = Plan.of(diff, options);
        return new OpeningPlan(plan, new RiskAssessor().assess(plan, diff, facts));
    }

    private PlanOptions options() {
        Duration wait = request.lockTimeout().compareTo(LONGEST_WAIT) < 0 ? request.lockTimeout() : LONGEST_WAIT;
        return PlanOptions.plain(ServerVersions.read(request.connection(), request.engine()))
                .withTimeouts(new Timeouts(wait, LONGEST_STATEMENT));
    }
}
