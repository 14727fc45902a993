package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.LockReport;
import dev.dataflow.cli.report.LockReport.Blocks;
import dev.dataflow.cli.report.Risk;
import dev.dataflow.cli.report.StepReport;
import dev.dataflow.cli.report.UndoReport;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.rule.Claim;
import dev.dataflow.migrations.rule.Lock;
import dev.dataflow.migrations.rule.Match;
import java.util.List;
import java.util.Locale;

/** Steps as they are reported. */
final class StepReports {

    private static final int LONGEST = 60;

    private StepReports() {}

    static StepReport of(int number, Step step, List<Match> matches) {
        return new StepReport(
                number,
                step.phase().name().toLowerCase(Locale.ROOT),
                changes(step),
                step.statements(),
                switch (step.transaction()) {
                    case SHARED -> "one with its neighbours";
                    case OWN -> "its own";
                    case NONE -> "none";
                },
                locks(matches),
                StepReport.UNKNOWN,
                Risk.UNKNOWN,
                null,
                List.of(),
                List.of(),
                step.losses(),
                new UndoReport(step.inverse().statements(), step.inverse().missing()));
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

    /** One for each table, lock and work, in the order in which rules found them. */
    private static List<LockReport> locks(List<Match> matches) {
        return matches.stream()
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
