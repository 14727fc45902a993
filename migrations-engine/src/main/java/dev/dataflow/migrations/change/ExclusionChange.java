package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Exclusion;
import java.util.Optional;

/** An exclusion constraint comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface ExclusionChange extends TablePartChange {

    /** The exclusion constraint. */
    Exclusion exclusion();

    /** What it is called. */
    default String name() {
        Exclusion exclusion = exclusion();
        return exclusion.name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param exclusion what comes
     */
    record Add(String table, Exclusion exclusion) implements ExclusionChange {
        @Override
        public String describe() {
            return table + ": add exclusion constraint" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return false;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, exclusion));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param exclusion what goes
     */
    record Drop(String table, Exclusion exclusion) implements ExclusionChange {
        @Override
        public String describe() {
            return table + ": drop exclusion constraint" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return true;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, exclusion));
        }
    }
}
