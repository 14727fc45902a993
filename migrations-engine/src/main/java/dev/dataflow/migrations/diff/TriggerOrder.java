package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The order in which triggers of one event fire on MySQL and MariaDB. */
public final class TriggerOrder {

    private static final String PLACE = "order";

    private TriggerOrder() {}

    /** The triggers of a time and event, such as {@code BEFORE INSERT}, in their order. */
    public static List<Trigger> of(String event, List<Trigger> triggers) {
        return triggers.stream()
                .filter(trigger -> event(trigger).equals(event))
                .sorted(Comparator.comparingInt(
                        trigger -> Integer.parseInt(trigger.options().getOrDefault(PLACE, "1"))))
                .toList();
    }

    /** The time and the event of a trigger. */
    public static String event(Trigger trigger) {
        int end = trigger.definition().indexOf(" ON ");
        return end < 0 ? trigger.definition() : trigger.definition().substring(0, end);
    }

    /** A trigger as it is but for its place. */
    static Trigger unplaced(Trigger trigger) {
        SortedMap<String, String> options = new TreeMap<>(trigger.options());
        options.remove(PLACE);
        return new Trigger(trigger.name(), trigger.definition(), options);
    }
}
