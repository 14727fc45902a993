package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Routine;
import java.util.Optional;

/** A routine comes, goes or becomes another. */
public sealed interface RoutineChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param routine what comes
     */
    record Create(Routine routine) implements RoutineChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ROUTINE_CREATE;
        }

        @Override
        public String name() {
            return routine.signature();
        }

        @Override
        public String describe() {
            return "create routine " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(routine));
        }
    }

    /**
     * It goes.
     *
     * @param routine what goes
     */
    record Drop(Routine routine) implements RoutineChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ROUTINE_DROP;
        }

        @Override
        public String name() {
            return routine.signature();
        }

        @Override
        public String describe() {
            return "drop routine " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(routine));
        }
    }

    /**
     * It becomes another.
     *
     * @param before what it is
     * @param after what it is to be
     */
    record Alter(Routine before, Routine after) implements RoutineChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ROUTINE_ALTER;
        }

        @Override
        public String name() {
            return after.signature();
        }

        @Override
        public String describe() {
            return "routine " + name() + ": alter";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(after, before));
        }
    }
}
