package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Judges by their values whether two columns may be one. */
final class ValueLikeness {

    private static final int POINTS = 10;
    private static final int POINTS_OF_FIT = 5;

    private final ValueStatistics statistics;

    ValueLikeness(ValueStatistics statistics) {
        this.statistics = statistics;
    }

    /**
     * Counts what values say.
     *
     * @param likeness where it is counted
     * @param from the column that is gone, by its names before
     * @param to the table of the new column
     * @param column the new column
     */
    void count(Likeness likeness, ColumnName from, String to, Column column) {
        Optional<ColumnStatistics> before = statistics.before(from);
        Optional<ColumnStatistics> after = statistics.after(new ColumnName(to, column.name()));
        if (before.isEmpty()) {
            likeness.countValues(0, "values not looked at");
        } else if (after.isPresent()) {
            compare(likeness, before.get(), after.get());
        } else {
            fit(likeness, before.get(), column);
        }
    }

    private static void compare(Likeness likeness, ColumnStatistics before, ColumnStatistics after) {
        boolean alike = near(before.nulls(), after.nulls(), 0.1)
                && near(before.distinct(), after.distinct(), 0.2)
                && near(before.longest(), after.longest());
        likeness.countValues(
                alike ? POINTS : -POINTS,
                "values " + (alike ? "alike" : "differ") + " (" + words(before) + " and " + words(after) + ")");
    }

    private static void fit(Likeness likeness, ColumnStatistics before, Column column) {
        List<String> against = new ArrayList<>();
        if (before.nulls().orElse(0) > 0 && !column.nullable()) {
            against.add("the new one is NOT NULL");
        }
        Integer length = column.type().length();
        if (length != null && before.longest().orElse(0) > length) {
            against.add("the new one holds " + Amount.of(length, "character", "characters"));
        }
        likeness.countValues(
                against.isEmpty() ? POINTS_OF_FIT : -POINTS,
                against.isEmpty()
                        ? "values would fit (" + words(before) + ")"
                        : "values do not fit (" + words(before) + "; " + String.join(", ", against) + ")");
    }

    private static String words(ColumnStatistics each) {
        List<String> words = new ArrayList<>();
        each.nulls().ifPresent(share -> words.add(percent(share) + " NULL"));
        each.distinct().ifPresent(share -> words.add(percent(share) + " different"));
        each.longest()
                .ifPresent(longest ->
                        words.add(each.shortest().orElse(0) + " to " + Amount.of(longest, "character", "characters")));
        return (words.isEmpty() ? "no values" : String.join(", ", words)) + ", by " + each.source();
    }

    private static boolean near(OptionalDouble one, OptionalDouble other, double most) {
        return one.isEmpty() || other.isEmpty() || Math.abs(one.getAsDouble() - other.getAsDouble()) <= most;
    }

    /** Of texts the longest of one may be twice that of the other. */
    private static boolean near(OptionalInt one, OptionalInt other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.getAsInt() <= 2 * other.getAsInt() && other.getAsInt() <= 2 * one.getAsInt();
    }

    private static String percent(double share) {
        double percent = share * 100;
        return percent > 0 && percent < 1 ? "under 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }
}
