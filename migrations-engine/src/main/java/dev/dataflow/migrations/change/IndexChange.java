package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Index;
import java.util.Optional;

/** An index comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface IndexChange extends TablePartChange {

    /** The index. */
    Index index();

    /** What it is called. */
    default String name() {
        Index index = index();
        return index.name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param index what comes
     */
    record Create(String table, Index index) implements IndexChange {
        @Override
        public String describe() {
            return table + ": create index" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return false;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, index));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param index what goes
     */
    record Drop(String table, Index index) implements IndexChange {
        @Override
        public String describe() {
            return table + ": drop index" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return true;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(table, index));
        }
    }
}
