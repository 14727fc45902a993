package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.CompositeType;
import java.util.Optional;

/** A composite type comes, goes or becomes another. */
public sealed interface CompositeTypeChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param type what comes
     */
    record Create(CompositeType type) implements CompositeTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.COMPOSITE_TYPE_CREATE;
        }

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String describe() {
            return "create composite type " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(type));
        }
    }

    /**
     * It goes.
     *
     * @param type what goes
     */
    record Drop(CompositeType type) implements CompositeTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.COMPOSITE_TYPE_DROP;
        }

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String describe() {
            return "drop composite type " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(type));
        }
    }

    /**
     * It becomes another.
     *
     * @param before what it is
     * @param after what it is to be
     */
    record Alter(CompositeType before, CompositeType after) implements CompositeTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.COMPOSITE_TYPE_ALTER;
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public String describe() {
            return "composite type " + name() + ": alter";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(after, before));
        }
    }
}
