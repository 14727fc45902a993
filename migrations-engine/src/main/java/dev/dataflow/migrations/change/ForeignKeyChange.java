package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.ForeignKey;
import java.util.Optional;

/** A foreign key comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface ForeignKeyChange extends TablePartChange {

    /** The foreign key. */
    ForeignKey key();

    /** What it is called. */
    default String name() {
        ForeignKey key = key();
        return key.name() == null ? "over " + String.join(", ", key.columns()) : key.name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param key what comes
     */
    record Add(String table, ForeignKey key) implements ForeignKeyChange {
        @Override
        public String describe() {
            return table + ": add foreign key" + " " + name();
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
    record Drop(String table, ForeignKey key) implements ForeignKeyChange {
        @Override
        public String describe() {
            return table + ": drop foreign key" + " " + name();
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
