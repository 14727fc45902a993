package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.View;
import java.util.Optional;

/** A view comes or goes; one that is otherwise in the target goes and comes. */
public sealed interface ViewChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param view what comes
     */
    record Create(View view) implements ViewChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.VIEW_CREATE;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public String describe() {
            return "create view " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(view));
        }
    }

    /**
     * It goes.
     *
     * @param view what goes
     */
    record Drop(View view) implements ViewChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.VIEW_DROP;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public String describe() {
            return "drop view " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(view));
        }
    }
}
