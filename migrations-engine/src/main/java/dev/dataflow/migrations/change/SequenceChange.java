package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Sequence;
import java.util.Optional;

/** A sequence comes, goes or becomes another. */
public sealed interface SequenceChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param sequence what comes
     */
    record Create(Sequence sequence) implements SequenceChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.SEQUENCE_CREATE;
        }

        @Override
        public String name() {
            return sequence.name();
        }

        @Override
        public String describe() {
            return "create sequence " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(sequence));
        }
    }

    /**
     * It goes.
     *
     * @param sequence what goes
     */
    record Drop(Sequence sequence) implements SequenceChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.SEQUENCE_DROP;
        }

        @Override
        public String name() {
            return sequence.name();
        }

        @Override
        public String describe() {
            return "drop sequence " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(sequence));
        }
    }

    /**
     * It becomes another.
     *
     * @param before what it is
     * @param after what it is to be
     */
    record Alter(Sequence before, Sequence after) implements SequenceChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.SEQUENCE_ALTER;
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public String describe() {
            return "sequence " + name() + ": alter";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(after, before));
        }
    }
}
