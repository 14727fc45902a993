package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Trigger;
import java.util.Optional;

/** A trigger comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface TriggerChange extends TablePartChange {

    /** The trigger. */
    Trigger trigger();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.TRIGGER_DROP : ChangeKind.TRIGGER_CREATE;
    }

    @Override
    default String name() {
        Trigger trigger = trigger();
        return trigger.name();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop trigger " : ": create trigger ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param trigger what comes
     */
    record Create(String table, Trigger trigger) implements TriggerChange {
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
        public Optional<Change> inverse() {
            return Optional.of(new Create(table, trigger));
        }
    }
}
