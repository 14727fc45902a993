package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.DefinedType;
import java.util.Optional;

/** A range type or a collation comes, goes or becomes another. */
public sealed interface DefinedTypeChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param type what comes
     */
    record Create(DefinedType type) implements DefinedTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DEFINED_TYPE_CREATE;
        }

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String describe() {
            return "create " + type.kind().text() + " " + name();
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
    record Drop(DefinedType type) implements DefinedTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DEFINED_TYPE_DROP;
        }

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String describe() {
            return "drop " + type.kind().text() + " " + name();
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
    record Alter(DefinedType before, DefinedType after) implements DefinedTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DEFINED_TYPE_ALTER;
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public String describe() {
            return after.kind().text() + " " + name() + ": alter";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(after, before));
        }
    }
}
