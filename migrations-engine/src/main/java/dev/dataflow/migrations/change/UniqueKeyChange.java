package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.UniqueKey;
import java.util.Optional;

/** A unique constraint comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface UniqueKeyChange extends TablePartChange {

    /** The unique constraint. */
    UniqueKey key();

    /** What it is called. */
    default String name() {
        UniqueKey key = key();
        return key.name() == null ? "over " + String.join(", ", key.columns()) : key.name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param key what comes
     */
    record Add(String table, UniqueKey key) implements UniqueKeyChange {
        @Override
        public String describe() {
            return table + ": add unique constraint" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return false;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, key));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param key what goes
     */
    record Drop(String table, UniqueKey key) implements UniqueKeyChange {
        @Override
        public String describe() {
            return table + ": drop unique constraint" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return true;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, key));
        }
    }
}
