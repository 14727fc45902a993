package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.LockReport;
import dev.dataflow.cli.report.LockReport.Blocks;
import dev.dataflow.cli.report.PointReport;
import dev.dataflow.cli.report.StepReport;
import dev.dataflow.cli.report.TimeReport;
import dev.dataflow.cli.report.UndoReport;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.fact.CurrentNames;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.risk.ExpectedTime;
import dev.dataflow.migrations.risk.StepRisk;
import dev.dataflow.migrations.rule.Claim;
import dev.dataflow.migrations.rule.Lock;
import dev.dataflow.migrations.rule.Match;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Steps as they are reported. */
final class StepReports {

    private static final int LONGEST = 60;

    private final JudgedPlan judged;
    private final CurrentNames names;

    StepReports(JudgedPlan judged) {
        this.judged = judged;
        this.names = new CurrentNames(judged.diff().changes());
    }

    StepReport of(int index, Step step, List<Match> matches) {
        StepRisk risk = judged.assessment().steps().get(index);
        return new StepReport(
                index + 1,
                step.phase().name().toLowerCase(Locale.ROOT),
                changes(step),
                step.statements(),
                switch (step.transaction()) {
                    case SHARED -> "one with its neighbours";
                    case OWN -> "its own";
                    case NONE -> "none";
                },
                locks(matches),
                time(risk.time()),
                rows(step),
                Levels.risk(risk.level()),
                risk.score(),
                risk.points().stream()
                        .map(point -> new PointReport(
                                point.category().label(), point.points(), point.fact(), point.source(), point.rule()))
                        .toList(),
                risk.failures(),
                step.losses(),
                new UndoReport(step.inverse().statements(), step.inverse().missing()));
    }

    private static TimeReport time(ExpectedTime time) {
        return new TimeReport(time.words(), time.leastMillis(), time.mostMillis(), time.source());
    }

    /** A step without changes prepares or completes another: then its statement says what it does. */
    private static List<String> changes(Step step) {
        if (!step.changes().isEmpty() || step.statements().isEmpty()) {
            return step.changes().stream().map(Change::describe).toList();
        }
        String sql = step.statements().get(0).strip().replaceAll("\\s+", " ");
        String brief = sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST) + "…";
        return List.of(step.backfill() == null ? brief : "batches: " + brief);
    }

    /** How many rows its tables have. */
    private String rows(Step step) {
        String rows = step.changes().stream()
                .flatMap(change -> change.ofTable().stream())
                .distinct()
                .map(this::rows)
                .distinct()
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? "-" : rows;
    }

    private String rows(String table) {
        if (names.isCreated(table)) {
            return "new";
        }
        OptionalLong rows = judged.facts().table(names.table(table)).rows();
        return rows.isPresent() ? String.valueOf(rows.getAsLong()) : StepReport.UNKNOWN;
    }

    /** One for each table, lock and work, in the order in which rules found them. */
    private static List<LockReport> locks(List<Match> matches) {
        return matches.stream()
                .filter(match -> match.rule().isOfOneStatement())
                .filter(match -> !match.claim().lock().equals(Lock.NONE))
                .map(StepReports::lock)
                .distinct()
                .toList();
    }

    private static LockReport lock(Match match) {
        Claim claim = match.claim();
        Blocks blocks = switch (claim.lock().blocks()) {
            case NOBODY -> Blocks.NOBODY;
            case WRITES -> Blocks.WRITES;
            case READS_AND_WRITES -> Blocks.EVERYTHING;
        };
        return new LockReport(
                match.table(),
                claim.lock().name(),
                blocks,
                claim.work().label(),
                claim.evidence().toString());
    }
}
