package dev.dataflow.query;

/** Counts the values of a filter, since databases take only so many parameters. Not thread-safe. */
final class FilterSize {

    /** The most values of one list. */
    static final int MOST_IN_LIST = 10_000;

    /** The most values of a filter: lists are padded to twice their length at most, and SQLite takes 32,766. */
    static final int MOST = 15_000;

    private int values;

    void add(FilterPlace place, int count) {
        values += count;
        if (count > MOST_IN_LIST || values > MOST) {
            throw FilterRefusal.tooLarge(
                    place.path(),
                    count > MOST_IN_LIST
                            ? "holds more than " + MOST_IN_LIST + " values"
                            : "brings the filter above " + MOST + " values",
                    "ask in several calls, or filter by what the values have in common");
        }
    }
}
