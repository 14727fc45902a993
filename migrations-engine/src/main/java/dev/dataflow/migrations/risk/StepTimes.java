package dev.dataflow.migrations.risk;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.CurrentNames;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.Work;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long steps take: multiples of the time in which this server read the rows of their tables. */
final class StepTimes {

    private record Task(String statement, String table) {}

    private final SchemaDiff diff;
    private final Facts facts;
    private final CurrentNames names;
    private final ServerVersion version;
    private final EngineFamily family;

    StepTimes(SchemaDiff diff, Facts facts, ServerVersion version) {
        this.diff = diff;
        this.facts = facts;
        this.version = version;
        this.names = new CurrentNames(diff.changes());
        this.family = diff.before().engine().family();
    }

    /** How long a step takes, by what its statements do to which tables. */
    ExpectedTime of(Step step, List<Match> matches) {
        if (step.statements().isEmpty()) {
            return ExpectedTime.BRIEF;
        }
        Map<Task, Work> tasks = new LinkedHashMap<>();
        for (Match match : matches) {
            if (match.rule().isOfOneStatement()) {
                Work work = match.claim().isVerifiedOn(version) ? match.claim().work() : Work.REWRITE;
                tasks.merge(
                        new Task(match.statement(), match.table()),
                        work,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        if (tasks.isEmpty()) {
            return ExpectedTime.unknown("no rule knows what this does");
        }
        ExpectedTime time = ExpectedTime.BRIEF;
        for (Map.Entry<Task, Work> task : tasks.entrySet()) {
            time = time.plus(of(task.getKey().table(), task.getValue(), step.backfill() != null));
        }
        return time;
    }

    private ExpectedTime of(String table, Work work, boolean batches) {
        if (names.isCreated(table) || work == Work.NONE && !batches) {
            return ExpectedTime.BRIEF;
        }
        TableFacts known = facts.table(names.table(table));
        if (Exposure.isSmall(known)) {
            return new ExpectedTime(0L, 999L, "the table is small");
        }
        if (!known.reading().isKnown()) {
            return ExpectedTime.unknown(known.reading().source());
        }
        double millis = known.reading().value().getAsDouble() * 1_000;
        WorkFactor factor = factor(work, batches, indexes(names.table(table)));
        return new ExpectedTime(
                (long) (millis * factor.least()),
                (long) Math.ceil(millis * factor.most()),
                known.reading().source());
    }

    private WorkFactor factor(Work work, boolean batches, long indexes) {
        if (batches) {
            return WorkFactor.ofUpdate(family).plus(indexes, WorkFactor.ofUpdatedIndex(family));
        }
        WorkFactor factor = WorkFactor.of(family, work);
        return work == Work.REWRITE ? factor.plus(indexes, WorkFactor.ofIndex(family)) : factor;
    }

    /** How many indexes are built with a table, besides the order in which its rows stand. */
    private long indexes(String name) {
        return diff.before()
                .table(name)
                .map(table -> table.indexes().size() + table.uniques().size() + primaryKey(table))
                .orElse(0);
    }

    private int primaryKey(Table table) {
        return table.primaryKey() != null && family == EngineFamily.POSTGRESQL ? 1 : 0;
    }
}
