package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which triggers of a table go and come. On MySQL and MariaDB those of one event fire in an order: one whose place only
 * changes because others go or come stays. They go from the last to the first and come from the first to the last.
 */
final class TriggerDiff {

    private TriggerDiff() {}

    static PartDiff<Trigger> of(DatabaseEngine engine, List<Trigger> before, List<Trigger> after) {
        if (engine.family() != EngineFamily.MYSQL) {
            return PartDiff.of(before, after);
        }
        PartDiff<Trigger> diff = new PartDiff<>(new ArrayList<>(), new ArrayList<>());
        Set<String> events = new TreeSet<>();
        before.forEach(trigger -> events.add(TriggerOrder.event(trigger)));
        after.forEach(trigger -> events.add(TriggerOrder.event(trigger)));
        for (String event : events) {
            add(TriggerOrder.of(event, before), TriggerOrder.of(event, after), diff);
        }
        Collections.reverse(diff.gone());
        return diff;
    }

    private static void add(List<Trigger> from, List<Trigger> to, PartDiff<Trigger> diff) {
        Set<Trigger> there = from.stream().map(TriggerOrder::unplaced).collect(Collectors.toSet());
        Set<Trigger> wanted = to.stream().map(TriggerOrder::unplaced).collect(Collectors.toSet());
        List<Trigger> kept = kept(from, wanted);
        boolean stay = kept.equals(kept(to, there));
        from.stream()
                .filter(trigger -> !stay || !kept.contains(TriggerOrder.unplaced(trigger)))
                .forEach(diff.gone()::add);
        to.stream()
                .filter(trigger -> !stay || !kept.contains(TriggerOrder.unplaced(trigger)))
                .forEach(diff.come()::add);
    }

    private static List<Trigger> kept(List<Trigger> triggers, Set<Trigger> others) {
        return triggers.stream()
                .map(TriggerOrder::unplaced)
                .filter(others::contains)
                .toList();
    }
}
