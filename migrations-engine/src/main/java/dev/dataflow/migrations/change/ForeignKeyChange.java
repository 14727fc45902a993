package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.ForeignKey;
import java.util.Optional;

/** A foreign key comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface ForeignKeyChange extends TablePartChange {

    /** The foreign key. */
    ForeignKey key();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.FOREIGN_KEY_DROP : ChangeKind.FOREIGN_KEY_ADD;
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
        return table() + (isDrop() ? ": drop foreign key " : ": add foreign key ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param key what comes
     */
    record Add(String table, ForeignKey key) implements ForeignKeyChange {
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
    record Drop(String table, ForeignKey key) implements ForeignKeyChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, key));
        }
    }
}
