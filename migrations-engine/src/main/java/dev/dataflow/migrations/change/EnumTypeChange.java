package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An enum type comes, goes or becomes another. */
public sealed interface EnumTypeChange extends SchemaObjectChange {

    /**
     * It comes.
     *
     * @param type what comes
     */
    record Create(EnumType type) implements EnumTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ENUM_TYPE_CREATE;
        }

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String describe() {
            return "create enum type " + name();
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
    record Drop(EnumType type) implements EnumTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ENUM_TYPE_DROP;
        }

        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String describe() {
            return "drop enum type " + name();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(type));
        }
    }

    /**
     * It gets another value.
     *
     * @param before the type as it is
     * @param after the type with the value
     * @param label the value
     */
    record AddValue(EnumType before, EnumType after, String label) implements EnumTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ENUM_TYPE_ADD_VALUE;
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public String describe() {
            return "enum type " + name() + ": add value " + label;
        }

        /** A database takes no value away. */
        @Override
        public Optional<Change> inverse() {
            return Optional.empty();
        }
    }

    /**
     * Its values or what is said of it become others, not just more.
     *
     * @param before what it is
     * @param after what it is to be
     */
    record Alter(EnumType before, EnumType after) implements EnumTypeChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ENUM_TYPE_ALTER;
        }

        @Override
        public String name() {
            return after.name();
        }

        @Override
        public String describe() {
            return "enum type " + name() + ": " + String.join(", ", words());
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(after, before));
        }

        /** What differs. */
        private List<String> words() {
            List<String> gone = new ArrayList<>(before.labels());
            gone.removeAll(after.labels());
            List<String> come = new ArrayList<>(after.labels());
            come.removeAll(before.labels());
            List<String> stay = new ArrayList<>(before.labels());
            stay.retainAll(after.labels());
            List<String> kept = new ArrayList<>(after.labels());
            kept.retainAll(before.labels());
            List<String> words = new ArrayList<>();
            if (!gone.isEmpty()) {
                words.add("drop value " + String.join(", ", gone));
            }
            if (!come.isEmpty()) {
                words.add("add value " + String.join(", ", come));
            }
            if (!stay.equals(kept)) {
                words.add("put the values in the order " + String.join(", ", after.labels()));
            }
            if (!before.options().equals(after.options())) {
                words.add("alter " + OptionWords.of(before.options(), after.options()));
            }
            return words;
        }
    }
}
