package dev.dataflow.database;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a driver's exception says, without values.
 *
 * @param kind what went wrong
 * @param constraint the constraint's name; null when not told
 * @param table the table, or for a missing object its name; null when not told
 * @param columns the table's columns it is about; empty when not told
 */
record Failure(
        FailureKind kind,
        @Nullable String constraint,
        @Nullable String table,
        List<String> columns) {

    /** What may be printed: a name, and no expression or sentence, which could hold values. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$. -]{1,130}");

    Failure {
        constraint = nameOrNull(constraint);
        table = nameOrNull(table);
        columns = columns.stream().allMatch(name -> nameOrNull(name) != null) ? List.copyOf(columns) : List.of();
    }

    static Failure of(FailureKind kind) {
        return new Failure(kind, null, null, List.of());
    }

    static Failure ofColumn(FailureKind kind, @Nullable String column) {
        return new Failure(kind, null, null, column == null ? List.of() : List.of(column));
    }

    static Failure ofConstraint(FailureKind kind, @Nullable String constraint) {
        return new Failure(kind, constraint, null, List.of());
    }

    /** A table or column that does not exist. */
    static Failure missing(@Nullable String name) {
        return new Failure(FailureKind.OBJECT_MISSING, null, name, List.of());
    }

    boolean hasDetails() {
        return constraint != null || table != null || !columns.isEmpty();
    }

    private static @Nullable String nameOrNull(@Nullable String text) {
        return text != null && NAME.matcher(text).matches() ? text : null;
    }
}
