package dev.dataflow.query;

import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import java.util.List;

/** What of a row a criterion looks at. */
public sealed interface Subject {

    /** The position of its column in the model's metadata. */
    int column();

    /** What it is compared with. */
    ColumnType<?> type();

    /** What decides its SQL. */
    default Object shape() {
        return this;
    }

    /**
     * A column.
     *
     * @param column its position in the model's metadata
     * @param type its type
     */
    record OfColumn(int column, ColumnType<?> type) implements Subject {}

    /**
     * A value inside of JSON: a text, a number or a boolean. What is of another kind, or JSON's null, or not there at all, is
     * unknown, as NULL is.
     *
     * @param column the JSON's position in the model's metadata
     * @param path where it is
     * @param type the kind that is looked for: {@link ColumnTypes#TEXT}, {@link #NUMBER} or {@link ColumnTypes#BOOLEAN}
     */
    record OfPath(int column, JsonPath path, ColumnType<?> type) implements Subject {

        /** Numbers inside of JSON. */
        public static final ColumnType<?> NUMBER = ColumnTypes.decimal(38, 10);

        @Override
        public Object shape() {
            return List.of(column, path.keys().size(), type);
        }
    }

    /**
     * What was computed of a group.
     *
     * @param column its position among the group's values
     * @param type its type
     */
    record OfGroup(int column, ColumnType<?> type) implements Subject {
        @Override
        public Object shape() {
            return column;
        }
    }

    /**
     * How many elements a list has.
     *
     * @param column the list's position in the model's metadata
     */
    record OfSize(int column) implements Subject {
        @Override
        public ColumnType<?> type() {
            return ColumnTypes.INT64;
        }
    }
}
