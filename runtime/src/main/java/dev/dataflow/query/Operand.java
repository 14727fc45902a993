package dev.dataflow.query;

import dev.dataflow.type.ColumnType;
import java.util.List;

/** What a criterion is given by its caller: values, never SQL. */
public sealed interface Operand {

    /**
     * Values of one type.
     *
     * @param type their type
     * @param list the values, of which none is null
     */
    record Values<T>(ColumnType<T> type, List<T> list) implements Operand {

        /** Copies the list. */
        public Values {
            list = List.copyOf(list);
        }

        /** How many of them a statement has, the next power of two, so that few statements serve all: the last repeats. */
        public int padded() {
            return list.size() < 2 ? 1 : Integer.highestOneBit(list.size() - 1) << 1;
        }
    }

    /**
     * A pattern that text must match as a whole.
     *
     * @param pattern the pattern; with letters in lower case when {@code ignoreCase}
     * @param ignoreCase whether upper and lower case are the same
     */
    record Wildcards(LikePattern pattern, boolean ignoreCase) implements Operand {}

    /**
     * A regular expression that a part of the text must match.
     *
     * @param root what it says
     */
    record Expression(RegexNode root) implements Operand {}

    /**
     * A path into JSON.
     *
     * @param path the path
     */
    record Path(JsonPath path) implements Operand {}
}
