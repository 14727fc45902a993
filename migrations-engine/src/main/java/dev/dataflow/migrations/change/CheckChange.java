package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Check;
import java.util.Optional;

/** A check comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface CheckChange extends TablePartChange {

    /** The check. */
    Check check();

    /** What it is called. */
    default String name() {
        Check check = check();
        return check.name() == null ? check.expression() : check.name();
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param check what comes
     */
    record Add(String table, Check check) implements CheckChange {
        @Override
        public String describe() {
            return table + ": add check" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return false;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, check));
        }
    }

    /**
     * It goes.
     *
     * @param table the table's name
     * @param check what goes
     */
    record Drop(String table, Check check) implements CheckChange {
        @Override
        public String describe() {
            return table + ": drop check" + " " + name();
        }

        @Override
        public boolean isDrop() {
            return true;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, check));
        }
    }
}
