package dev.dataflow.migrations.change;

import dev.dataflow.migrations.schema.Column;
import java.util.Locale;
import java.util.Optional;

/** A column comes, goes, gets another name, or becomes another in one aspect. */
public sealed interface ColumnChange extends Change {

    /** The table's name, as it is when the change is made. */
    String table();

    @Override
    default Optional<String> ofTable() {
        return Optional.of(table());
    }

    /**
     * A column comes.
     *
     * @param table the table's name
     * @param column the column
     */
    record Add(String table, Column column) implements ColumnChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.COLUMN_ADD;
        }

        @Override
        public String object() {
            return table + "." + column.name();
        }

        @Override
        public String describe() {
            return table + "." + column.name() + ": add column " + column.type();
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Drop(table, column));
        }
    }

    /**
     * A column goes, with its values.
     *
     * @param table the table's name
     * @param column the column
     */
    record Drop(String table, Column column) implements ColumnChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.COLUMN_DROP;
        }

        @Override
        public String object() {
            return table + "." + column.name();
        }

        @Override
        public String describe() {
            return table + "." + column.name() + ": drop column";
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Add(table, column));
        }
    }

    /**
     * A column gets another name.
     *
     * @param table the table's name
     * @param from the column's name before
     * @param to its name after
     */
    record Rename(String table, String from, String to) implements ColumnChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.COLUMN_RENAME;
        }

        @Override
        public String object() {
            return table + "." + from;
        }

        @Override
        public String describe() {
            return table + "." + from + ": rename column to " + to;
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Rename(table, to, from));
        }
    }

    /**
     * A column becomes another in one aspect. Where a column differs in several there is one such change for each, all with
     * the same columns.
     *
     * @param table the table's name
     * @param aspect in what
     * @param before the column as it is, in all aspects
     * @param after the column as it is to be, in all aspects
     */
    record Alter(String table, ColumnAspect aspect, Column before, Column after) implements ColumnChange {
        @Override
        public ChangeKind kind() {
            return switch (aspect) {
                case TYPE, COLLATION -> ChangeKind.COLUMN_TYPE;
                case NULLABILITY -> ChangeKind.COLUMN_NULLABILITY;
                case DEFAULT, IDENTITY, OPTIONS, GENERATED -> ChangeKind.COLUMN_ALTER;
            };
        }

        @Override
        public String object() {
            return table + "." + after.name();
        }

        @Override
        public String describe() {
            if (aspect == ColumnAspect.GENERATED) {
                return table + "." + after.name() + (after.generated() == null ? ": keep" : ": compute")
                        + " values that " + (after.generated() == null ? "were computed" : "are kept");
            }
            if (aspect == ColumnAspect.OPTIONS) {
                return table + "." + after.name() + ": alter " + OptionWords.of(before.options(), after.options());
            }
            return table + "." + after.name() + ": alter " + aspect.name().toLowerCase(Locale.ROOT) + ", "
                    + aspect.words(before) + " to " + aspect.words(after);
        }

        @Override
        public Optional<Change> inverse() {
            return Optional.of(new Alter(table, aspect, after, before));
        }
    }
}
