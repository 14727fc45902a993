package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.MaterialisedView;
import java.util.Optional;

/** A materialised view comes or goes; one that is otherwise in the target goes and comes. */
public sealed interface MaterialisedViewChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param view what comes
     */
    record Create(MaterialisedView view) implements MaterialisedViewChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.MATERIALISED_VIEW_CREATE;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public String describe() {
            return "create materialised view " + name();
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
    record Drop(MaterialisedView view) implements MaterialisedViewChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.MATERIALISED_VIEW_DROP;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public String describe() {
            return "drop materialised view " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(view));
        }
    }
}
