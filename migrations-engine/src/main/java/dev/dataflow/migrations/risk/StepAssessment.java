package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Counted;
import dev.dataflow.migrations.fact.CurrentNames;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.Question;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.rule.Category;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.rule.Lock;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.PlanContext;
import dev.dataflow.migrations.rule.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assesses the steps of one plan. */
final class StepAssessment {

    /** What no rule knows is not harmless. */
    private static final int UNRULED_POINTS = 25;

    /** A rewrite of more than this keeps everybody out for minutes. */
    private static final long LARGE_REWRITE_BYTES = 1L << 30;

    private static final int LARGE_REWRITE_POINTS = 60;

    private final Plan plan;
    private final Facts facts;
    private final PlanContext context;
    private final CurrentNames names;
    private final Map<Change, List<Counted>> counted;
    private final Map<Change, Integer> last = new HashMap<>();
    private final Weighing weighing;
    private final Obstacles obstacles;
    private final StepTimes times;

    StepAssessment(Plan plan, SchemaDiff diff, Facts facts, PlanContext context) {
        this.plan = plan;
        this.facts = facts;
        this.context = context;
        this.names = new CurrentNames(diff.changes());
        this.counted = facts.byChange();
        this.weighing = new Weighing(context.version(), names, new Dependants(diff.before()), counted, facts.server());
        this.obstacles = new Obstacles(diff, names);
        this.times = new StepTimes(diff, facts, context.version());
        for (int i = 0; i < plan.steps().size(); i++) {
            for (Change change : plan.steps().get(i).changes()) {
                last.put(change, i);
            }
        }
    }

    StepRisk of(int place, List<Match> matches) {
        Step step = plan.steps().get(place);
        List<Point> points = new ArrayList<>();
        for (Match match : matches) {
            points.addAll(weighing.points(match, step, table(match.table())));
        }
        unruled(step, matches, points);
        int score = Score.of(points);
        for (Point floor : floors(place, step, matches)) {
            points.add(floor);
            score = Math.max(score, floor.points());
        }
        points.sort((one, other) -> other.points() - one.points());
        return new StepRisk(place, Level.of(score), score, points, failures(place, step), times.of(step, matches));
    }

    private TableFacts table(String table) {
        return names.isCreated(table) ? TableFacts.created(table) : facts.table(names.table(table));
    }

    /** A change that no rule knows. What belongs to a new table concerns nobody yet. */
    private void unruled(Step step, List<Match> matches, List<Point> points) {
        Set<Change> ruled = new HashSet<>();
        matches.forEach(match -> {
            if (match.change() != null) {
                ruled.add(match.change());
            }
        });
        for (Change change : step.changes()) {
            boolean known = ruled.contains(change) || isWithColumn(change, ruled);
            if (!known && !(change instanceof TableChange.Create) && !names.isCreated(table(change))) {
                points.add(unruled(change.describe()));
            }
        }
        if (step.changes().isEmpty() && matches.isEmpty() && !step.statements().isEmpty()) {
            points.add(unruled("a statement"));
        }
    }

    /** MariaDB keeps a check with its column: with that it comes and goes. */
    private static boolean isWithColumn(Change change, Set<Change> ruled) {
        return change instanceof CheckChange check
                && check.check().keptInColumn()
                && ruled.stream()
                        .anyMatch(each -> each.ofTable().equals(check.ofTable())
                                && (each instanceof ColumnChange.Add add
                                                && add.column()
                                                        .name()
                                                        .equals(check.check().name())
                                        || each instanceof ColumnChange.Drop drop
                                                && drop.column()
                                                        .name()
                                                        .equals(check.check().name())));
    }

    private static Point unruled(String what) {
        return new Point(
                Category.AVAILABILITY, UNRULED_POINTS, "no rule knows what this does: " + what, "rules", "unknown");
    }

    private List<Point> floors(int place, Step step, List<Match> matches) {
        List<Point> floors = new ArrayList<>();
        for (Match match : matches) {
            Level level = match.rule().floor();
            Category category = most(match);
            if (level != Level.LOW && !names.isCreated(match.table()) && holds(match, category, step, matches)) {
                floors.add(floor(
                        category,
                        Score.least(level),
                        match.rule().title(),
                        match.rule().name()));
            }
            if (isLargeRewrite(match)) {
                floors.add(floor(
                        Category.AVAILABILITY,
                        LARGE_REWRITE_POINTS,
                        "everybody is kept out while more than 1 GB, or an unknown size, is written",
                        match.rule().name()));
            }
            if (isShortOfRoom(match)) {
                floors.add(floor(
                        Category.AVAILABILITY,
                        Score.least(Level.CRITICAL),
                        "the disk gets full: it " + strain(match).shortage(),
                        match.rule().name()));
            }
        }
        for (Change change : step.changes()) {
            if (names.isCreated(table(change))) {
                continue;
            }
            Floors.of(change)
                    .filter(floor -> !isAddedSafely(change, step, matches))
                    .ifPresent(floor -> floors.add(
                            floor(floor.category(), Score.least(floor.level()), change.describe(), floor.name())));
            long lost = counted.getOrDefault(change, List.of()).stream()
                    .filter(each -> each.question().effect() == Question.Effect.LOST && each.isFound())
                    .count();
            if (lost > 0) {
                floors.add(floor(
                        Category.DATA_LOSS, Score.least(Level.CRITICAL), "counted values are gone", "counted loss"));
            }
        }
        unknowns(place, step)
                .forEach(unknown -> floors.add(floor(
                        Category.AVAILABILITY,
                        Score.least(Level.MEDIUM),
                        "unknown whether it fails: " + unknown,
                        "uncounted failure")));
        return floors;
    }

    /** What a step may fail on and nobody could count, where there is a row at all. */
    private List<String> unknowns(int place, Step step) {
        return questions(place, step).stream()
                .filter(each -> each.count().isEmpty()
                        && !table(each.question().table()).isEmpty())
                .map(each -> each.question().words().several())
                .toList();
    }

    /**
     * Whether a rule's floor is the least here. One that is about holding a table is not for a table of which it was counted that
     * it is small, and not for a foreign key that is added safely.
     */
    private boolean holds(Match match, Category category, Step step, List<Match> matches) {
        Change change = match.change();
        if (change != null && Floors.of(change).isPresent()) {
            return !isAddedSafely(change, step, matches);
        }
        if (change == null && category == Category.ROLLBACK && step.inverse().missing() == null) {
            return false; // the plan's own check or index, which the schema never had
        }
        boolean holding = category == Category.AVAILABILITY || category == Category.PERFORMANCE;
        return !holding || !Exposure.isSmall(table(match.table()));
    }

    private static Category most(Match match) {
        Category most = Category.AVAILABILITY;
        for (Category category : Category.values()) {
            if (match.rule().base().getOrDefault(category, 0)
                    > match.rule().base().getOrDefault(most, 0)) {
                most = category;
            }
        }
        return most;
    }

    private static Point floor(Category category, int points, String fact, String rule) {
        return new Point(category, points, fact, "a floor: never less", rule);
    }

    private boolean isLargeRewrite(Match match) {
        TableFacts table = table(match.table());
        return match.claim().work() == Work.REWRITE
                && match.claim().lock().blocks() == Lock.Blocks.READS_AND_WRITES
                && !table.isEmpty()
                && table.bytes().orElse(Long.MAX_VALUE) > LARGE_REWRITE_BYTES;
    }

    private boolean isShortOfRoom(Match match) {
        return match.claim().work() == Work.REWRITE
                && !names.isCreated(match.table())
                && !table(match.table()).isEmpty()
                && strain(match).isShort();
    }

    private Strain strain(Match match) {
        return new Strain(
                facts.server(), table(match.table()), match.claim().engine().family());
    }

    /**
     * Whether a foreign key is added in a way that was measured on this very version, and that neither keeps anybody out while
     * rows are looked at or written, nor fails on rows, nor loses anything. No other floor is about the way.
     */
    private boolean isAddedSafely(Change change, Step step, List<Match> matches) {
        if (!(change instanceof ForeignKeyChange.Add)) {
            return false;
        }
        List<Match> own =
                matches.stream().filter(match -> change.equals(match.change())).toList();
        boolean noFailure = counted.getOrDefault(change, List.of()).stream()
                .filter(each -> each.question().effect() == Question.Effect.FAILS)
                .allMatch(each -> each.count().orElse(1) == 0);
        return !own.isEmpty()
                && step.losses().isEmpty()
                && own.stream().allMatch(match -> isSafe(match, noFailure && counted.containsKey(change)));
    }

    private boolean isSafe(Match match, boolean countedFit) {
        return match.claim().isVerifiedOn(context.version())
                && match.claim().loses().isEmpty()
                && match.claim().reversible()
                && match.claim().refusal() == null
                && (match.claim().failsOn().isEmpty() || countedFit)
                && (match.claim().work() == Work.NONE
                        || match.claim().work() != Work.REWRITE
                                && match.claim().lock().blocks() == Lock.Blocks.NOBODY
                                && match.claim().other().blocks() == Lock.Blocks.NOBODY);
    }

    /**
     * What is in the way of a step, and rows that the last step of a change will fail on; those that a step before it gives values do
     * not count.
     */
    private List<String> failures(int place, Step step) {
        List<String> failures = new ArrayList<>(obstacles.of(step));
        questions(place, step).stream()
                .filter(Counted::isFound)
                .map(Counted::text)
                .forEach(failures::add);
        return failures;
    }

    /** The answers about rows that a step may fail on. */
    private List<Counted> questions(int place, Step step) {
        List<Counted> questions = new ArrayList<>();
        for (Change change : new LinkedHashSet<>(step.changes())) {
            if (last.get(change) != place || change instanceof ColumnChange && isFilledBefore(place, table(change))) {
                continue;
            }
            counted.getOrDefault(change, List.of()).stream()
                    .filter(each -> each.question().effect() == Question.Effect.FAILS)
                    .forEach(questions::add);
        }
        return questions;
    }

    private boolean isFilledBefore(int place, String table) {
        return plan.steps().subList(0, place + 1).stream()
                .anyMatch(step ->
                        step.backfill() != null && step.backfill().table().equals(table));
    }

    private static String table(Change change) {
        return change.ofTable().orElse("");
    }
}
