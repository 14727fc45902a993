package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.diff.TriggerOrder;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Trigger;
import java.util.List;
import java.util.Optional;

/** The places of triggers of MySQL and MariaDB: one that comes before others that stay says so, else it would fire last. */
final class MySqlTriggers {

    private static final String ROWS = " FOR EACH ROW ";

    private final SchemaDiff diff;

    MySqlTriggers(SchemaDiff diff) {
        this.diff = diff;
    }

    /** The same change with the trigger's place. */
    TriggerChange.Create placed(TriggerChange.Create create) {
        Trigger trigger = create.trigger();
        return following(diff.after(), create)
                .or(() -> following(diff.before(), create))
                .map(next -> new TriggerChange.Create(
                        create.table(),
                        new Trigger(trigger.name(), before(next, trigger.definition()), trigger.options())))
                .orElse(create);
    }

    private static String before(Trigger next, String definition) {
        int end = definition.indexOf(ROWS) + ROWS.length();
        return definition.substring(0, end) + "PRECEDES " + Quoting.BACKTICKS.quote(next.name()) + " "
                + definition.substring(end);
    }

    /** The next trigger of the same event that stays. */
    private Optional<Trigger> following(Schema schema, TriggerChange.Create create) {
        String event = TriggerOrder.event(create.trigger());
        List<Trigger> all = schema.table(create.table()).stream()
                .flatMap(table -> TriggerOrder.of(event, table.triggers()).stream())
                .toList();
        int place = all.indexOf(create.trigger());
        return place < 0
                ? Optional.empty()
                : all.subList(place + 1, all.size()).stream()
                        .filter(each -> !changes(create.table(), each))
                        .findFirst();
    }

    private boolean changes(String table, Trigger trigger) {
        return diff.changes().stream()
                .anyMatch(change -> change instanceof TriggerChange each
                        && each.table().equals(table)
                        && each.trigger().equals(trigger));
    }
}
