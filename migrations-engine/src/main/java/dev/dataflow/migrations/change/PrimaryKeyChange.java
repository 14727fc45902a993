package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.PrimaryKey;
import java.util.Optional;

/** A primary key comes or goes. One that is otherwise in the target goes and comes. */
public sealed interface PrimaryKeyChange extends TablePartChange {

    /** The primary key. */
    PrimaryKey key();

    @Override
    default String name() {
        return TablePartChange.name(key().name(), key().columns());
    }

    @Override
    default ChangeKind kind() {
        return isDrop() ? ChangeKind.PRIMARY_KEY_DROP : ChangeKind.PRIMARY_KEY_ADD;
    }

    /** The table: it has one. */
    @Override
    default String object() {
        return table();
    }

    @Override
    default boolean isDrop() {
        return this instanceof Drop;
    }

    @Override
    default String describe() {
        return table() + (isDrop() ? ": drop primary key" : ": add primary key");
    }

    /**
     * It comes.
     *
     * @param table the table's name
     * @param key what comes
     */
    record Add(String table, PrimaryKey key) implements PrimaryKeyChange {
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
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, key));
        }
    }
}
