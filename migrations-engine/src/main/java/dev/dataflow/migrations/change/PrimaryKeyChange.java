package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.PrimaryKey;
import java.util.Optional;

/** A primary key comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface PrimaryKeyChange extends TablePartChange {

    /** The primary key. */
    PrimaryKey key();

    /**
     * It comes.
     *
     * @param table the table's name
     * @param key what comes
     */
    record Add(String table, PrimaryKey key) implements PrimaryKeyChange {
        @Override
        public String describe() {
            return table + ": add primary key";
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
    record Drop(String table, PrimaryKey key) implements PrimaryKeyChange {
        @Override
        public String describe() {
            return table + ": drop primary key";
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
