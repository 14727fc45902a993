package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.difference.MissingIndex;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.rename.ModelRenames;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.migrations.scratch.SchemaKeys;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works out what would bring tables to models, and whether it may be done now: a plan for each schema, those first that others
 * point to. Changes nothing.
 */
final class Preparation {

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
        if (differences.stream()
                .anyMatch(each -> seen.live().table(each.table()).isEmpty())) {
            return Prepared.refused(
                    seen,
                    Refusal.unplanned(
                            request, seen, "something else has a table's place, or is missing and belongs to nobody"));
        }
        try {
            List<OpeningPlan> plans = plans(seen);
            return plans.stream().allMatch(OpeningPlan::isHarmless)
                    ? Prepared.of(seen, plans)
                    : Prepared.refused(seen, Refusal.planned(request, seen, plans));
        } catch (SchemaException e) {
            if (differences.isEmpty() && e.code() != ErrorCode.FORMER_NAME_CONTRADICTION) {
                // a missing index is no reason to stay closed
                return Prepared.of(seen, List.of());
            }
            return Prepared.refused(seen, Refusal.unplanned(request, seen, e.what()));
        }
    }

    private List<OpeningPlan> plans(Inspection seen) {
        SchemaKeys keys = new SchemaKeys(seen.live().schemas().current());
        SortedMap<String, Schema> wanted = new ModelSchemas(request.engine()).readAll(request.connection(), models);
        List<OpeningPlan> plans = new ArrayList<>();
        for (String key : SchemaOrder.of(wanted, keys)) {
            Predicate<TableName> isHere = table -> keys.of(table.schema()).equals(key);
            List<Difference> differences = seen.findings().differences().stream()
                    .filter(each -> isHere.test(each.table()))
                    .toList();
            List<MissingIndex> indexes = seen.findings().indexes().stream()
                    .filter(each -> isHere.test(each.table()))
                    .toList();
            // a table that is missing may be there by a former name
            boolean missing =
                    seen.findings().missing().stream().map(Table::name).anyMatch(isHere)
                            && seen.live().schemas().missing().stream().noneMatch(key::equals);
            if (missing || !differences.isEmpty() || !indexes.isEmpty()) {
                Function<Schema, RenameHints> renames =
                        live -> ModelRenames.of(models, model -> keys.isIn(model, key), live, RenameHints.NONE)
                                .hints();
                OpeningPlan plan = new SchemaPreparation(
                                request, key, seen.live().names(), Objects.requireNonNull(wanted.get(key)))
                        .plan(differences, indexes, renames);
                if (!plan.plan().steps().isEmpty()) {
                    plans.add(plan);
                }
            }
        }
        return plans;
    }
}
