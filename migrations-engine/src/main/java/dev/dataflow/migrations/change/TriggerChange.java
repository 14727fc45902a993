package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Trigger;
import java.util.Optional;

/** A trigger comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface TriggerChange extends TablePartChange {

    /** The trigger. */
    Trigger trigger();

    /** What it is called. */
    default String name() {
        Trigger trigger = trigger();
        return trigger.name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param trigger what comes
     */
    record Create(String table, Trigger trigger) implements TriggerChange {
        @Override
        public String describe() {
            return table + ": create trigger" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return false;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, trigger));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param trigger what goes
     */
    record Drop(String table, Trigger trigger) implements TriggerChange {
        @Override
        public String describe() {
            return table + ": drop trigger" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return true;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(table, trigger));
        }
    }
}
