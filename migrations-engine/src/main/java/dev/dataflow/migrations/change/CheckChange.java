package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Check;
import java.util.Optional;

/** A check comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface CheckChange extends TablePartChange {

    /** The check. */
    Check check();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.CHECK_DROP : ChangeKind.CHECK_ADD;
    }

    @Override
    default String name() {
        Check check = check();
        return check.name() == null ? check.expression() : check.name();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop check " : ": add check ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param check what comes
     */
    record Add(String table, Check check) implements CheckChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, check));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param check what goes
     */
    record Drop(String table, Check check) implements CheckChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, check));
        }
    }
}
