package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Index;
import java.util.Optional;

/** An index comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface IndexChange extends TablePartChange {

    /** The index. */
    Index index();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.INDEX_DROP : ChangeKind.INDEX_CREATE;
    }

    @Override
    default String name() {
        Index index = index();
        return index.name();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop index " : ": create index ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param index what comes
     */
    record Create(String table, Index index) implements IndexChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, index));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param index what goes
     */
    record Drop(String table, Index index) implements IndexChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(table, index));
        }
    }
}
