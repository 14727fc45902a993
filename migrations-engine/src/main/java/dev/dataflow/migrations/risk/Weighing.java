package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.fact.Counted;
import dev.dataflow.migrations.fact.CurrentNames;
import dev.dataflow.migrations.fact.Question;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.plan.Inverse;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.rule.Category;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a hazard its points: what the rule says it is worth at most, times how much there is of it here. */
final class Weighing {

    /** Rows may be written until the step runs. */
    private static final double NOTHING_COUNTED = 0.1;

    private static final double NO_DEPENDANTS = 0.6;
    private static final double EACH_DEPENDANT = 0.1;
    private static final double PARTLY_REVERSIBLE = 0.5;
    private static final double UNUSED_INDEX = 0.1;

    private final ServerVersion version;
    private final CurrentNames names;
    private final Dependants dependants;
    private final Map<Change, List<Counted>> counted;
    private final ServerFacts server;

    /** How much there is of a hazard, from 0 to 1, and how that is known. */
    private record Share(double share, String fact, String source) {}

    Weighing(
            ServerVersion version,
            CurrentNames names,
            Dependants dependants,
            Map<Change, List<Counted>> counted,
            ServerFacts server) {
        this.version = version;
        this.names = names;
        this.dependants = dependants;
        this.counted = counted;
        this.server = server;
    }

    List<Point> points(Match match, Step step, TableFacts table) {
        List<Point> points = new ArrayList<>();
        for (Category category : Category.values()) {
            int base = match.rule().base().getOrDefault(category, 0);
            if (base == 0) {
                continue;
            }
            Share share = share(category, match, step, table);
            int value = (int) Math.round(base * share.share());
            if (value > 0) {
                points.add(new Point(
                        category,
                        value,
                        share.fact(),
                        share.source(),
                        match.rule().name()));
            }
        }
        return points;
    }

    private Share share(Category category, Match match, Step step, TableFacts table) {
        return switch (category) {
            case DATA_LOSS -> loss(match, step, table);
            case AVAILABILITY -> {
                Exposure exposure = new Exposure(match, version, table, server);
                yield new Share(exposure.hold(), exposure.words(), exposure.source());
            }
            case PERFORMANCE -> performance(match, table);
            case DEPENDENCIES -> dependencies(match);
            case ROLLBACK -> rollback(step.inverse());
        };
    }

    private Share loss(Match match, Step step, TableFacts table) {
        List<Counted> lost = counted.getOrDefault(match.change(), List.of()).stream()
                .filter(each -> each.question().effect() == Question.Effect.LOST)
                .toList();
        if (lost.isEmpty()) {
            return step.losses().isEmpty()
                    ? new Share(0, "", "")
                    : new Share(1, "unknown how much is lost: " + String.join("; ", step.losses()), "nobody counted");
        }
        double share = 0;
        for (Counted each : lost) {
            share = Math.max(share, share(each, table));
        }
        return new Share(
                share,
                String.join("; ", lost.stream().map(Counted::text).toList()),
                String.join("; ", lost.stream().map(Counted::source).toList()));
    }

    private static double share(Counted lost, TableFacts table) {
        if (lost.count().isEmpty()) {
            return 1;
        }
        double count = lost.count().getAsLong();
        double rows = Math.max(count, table.rows().orElse(0));
        return count == 0 ? NOTHING_COUNTED : Math.max(0.5, count / rows);
    }

    private Share performance(Match match, TableFacts table) {
        Change change = match.change();
        if (change instanceof IndexChange.Drop drop) {
            @Nullable Long scans = table.indexScans().get(drop.index().name());
            if (scans != null) {
                return new Share(
                        scans == 0 ? UNUSED_INDEX : 1,
                        drop.index().name() + " was used " + Amount.of(scans, "time", "times")
                                + " since statistics began",
                        "the server's statistics of indexes");
            }
            return new Share(1, "unknown how often " + drop.index().name() + " is used", "no statistics of indexes");
        }
        Exposure exposure = new Exposure(match, version, table, server);
        return new Share(exposure.load(), exposure.loadWords(), exposure.loadSource());
    }

    private Share dependencies(Match match) {
        if (match.table().isEmpty()) {
            return new Share(1, "unknown what depends on it", "the statement names no table");
        }
        if (names.isCreated(match.table())) {
            return new Share(0, "", "");
        }
        String table = names.table(match.table());
        String column = match.column() == null ? null : names.column(match.table(), match.column());
        List<String> found = dependants.of(table, column);
        String subject = column == null ? table : table + "." + column;
        return found.isEmpty()
                ? new Share(
                        NO_DEPENDANTS,
                        "nothing in the schema mentions " + subject + "; programs may",
                        "the schema's definitions")
                : new Share(
                        Math.min(1, NO_DEPENDANTS + EACH_DEPENDANT * found.size()),
                        Amount.of(found.size(), "mentions ", "mention ") + subject + ": " + String.join(", ", found),
                        "the schema's definitions");
    }

    private static Share rollback(Inverse inverse) {
        if (inverse.missing() == null) {
            return new Share(0, "", "");
        }
        return new Share(
                inverse.statements().isEmpty() ? 1 : PARTLY_REVERSIBLE, inverse.missing(), "the inverse of the step");
    }
}
