package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.UniqueKey;
import java.util.Optional;

/** A unique constraint comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface UniqueKeyChange extends TablePartChange {

    /** The unique constraint. */
    UniqueKey key();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.UNIQUE_KEY_DROP : ChangeKind.UNIQUE_KEY_ADD;
    }

    @Override
    default String name() {
        return TablePartChange.name(key().name(), key().columns());
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop unique constraint " : ": add unique constraint ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param key what comes
     */
    record Add(String table, UniqueKey key) implements UniqueKeyChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, key));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param key what goes
     */
    record Drop(String table, UniqueKey key) implements UniqueKeyChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, key));
        }
    }
}
