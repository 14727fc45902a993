package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Table;
import java.util.Optional;

/** A table comes, goes, gets another name, or becomes another in what is said of all of it. */
public sealed interface TableChange extends Change {

    /** The table's name, as it is when the change is made. */
    String table();

    @Override
    default Optional<String> ofTable() {
        return Optional.of(table());
    }

    @Override
    default String object() {
        return table();
    }

    /**
     * A table comes.
     *
     * @param created the table; foreign keys that it does not have at once are left out
     */
    record Create(Table created) implements TableChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.TABLE_CREATE;
        }

        @Override
        public String table() {
            return created.name();
        }

        @Override
        public String describe() {
            return "create table " + table();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(created));
        }
    }

    /**
     * A table goes, with its rows.
     *
     * @param dropped the table, without foreign keys that go before
     */
    record Drop(Table dropped) implements TableChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.TABLE_DROP;
        }

        @Override
        public String table() {
            return dropped.name();
        }

        @Override
        public String describe() {
            return "drop table " + table();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Create(dropped));
        }
    }

    /**
     * A table gets another name.
     *
     * @param from its name before
     * @param to its name after
     */
    record Rename(String from, String to) implements TableChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.TABLE_RENAME;
        }

        @Override
        public String table() {
            return from;
        }

        @Override
        public String describe() {
            return "rename table " + from + " to " + to;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Rename(to, from));
        }
    }

    /**
     * Its options become others: engine, row format, strictness, persistence, row security, comment and so on.
     *
     * @param before the table as it is
     * @param after the table as it is to be
     */
    record AlterOptions(Table before, Table after) implements TableChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.TABLE_OPTIONS;
        }

        @Override
        public String table() {
            return before.name();
        }

        @Override
        public String describe() {
            return table() + ": alter " + OptionWords.of(before.options(), after.options());
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new AlterOptions(after, before));
        }
    }

    /**
     * How its rows are spread, whose partition it is, or what it inherits from becomes another.
     *
     * @param before the table as it is
     * @param after the table as it is to be
     */
    record AlterPartitions(Table before, Table after) implements TableChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.TABLE_PARTITIONS;
        }

        @Override
        public String table() {
            return before.name();
        }

        @Override
        public String describe() {
            return table() + ": alter partitions or parents";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new AlterPartitions(after, before));
        }
    }
}
