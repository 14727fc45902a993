package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Exclusion;
import java.util.Optional;

/** An exclusion constraint comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface ExclusionChange extends TablePartChange {

    /** The exclusion constraint. */
    Exclusion exclusion();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.EXCLUSION_DROP : ChangeKind.EXCLUSION_ADD;
    }

    @Override
    default String name() {
        Exclusion exclusion = exclusion();
        return exclusion.name();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop exclusion constraint " : ": add exclusion constraint ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param exclusion what comes
     */
    record Add(String table, Exclusion exclusion) implements ExclusionChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, exclusion));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param exclusion what goes
     */
    record Drop(String table, Exclusion exclusion) implements ExclusionChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, exclusion));
        }
    }
}
