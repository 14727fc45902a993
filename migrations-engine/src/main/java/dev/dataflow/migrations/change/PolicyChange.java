package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Policy;
import java.util.Optional;

/** A policy comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface PolicyChange extends TablePartChange {

    /** The policy. */
    Policy policy();

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.POLICY_DROP : ChangeKind.POLICY_CREATE;
    }

    @Override
    default String name() {
        Policy policy = policy();
        return policy.name();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop policy " : ": create policy ") + name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param policy what comes
     */
    record Create(String table, Policy policy) implements PolicyChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, policy));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param policy what goes
     */
    record Drop(String table, Policy policy) implements PolicyChange {
        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(table, policy));
        }
    }
}
