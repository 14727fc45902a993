package dev.dataflow.migrations.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Counts up what is alike in two things. Not thread-safe. */
final class Likeness {

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private int score;
    private int ofValues;
    private final List<String> reasons = new ArrayList<>();

    /** Counts points; without a reason where neither has any, which is alike but nothing to speak of. */
    void count(boolean alike, int points, String reason) {
        if (alike) {
            score += points;
            if (!reason.isEmpty()) {
                reasons.add(reason);
            }
        }
    }

    /** Counts how near names are, by the edits between them; one that holds the other is near. */
    void countNames(String from, String to, int points) {
        String one = from.toLowerCase(Locale.ROOT);
        String other = to.toLowerCase(Locale.ROOT);
        int longest = Math.max(one.length(), other.length());
        double near =
                one.contains(other) || other.contains(one) ? 0.75 : 1 - (double) EDITS.apply(one, other) / longest;
        count(near >= 0.4, (int) Math.round(near * points), "like names");
    }

    /** Counts what values say. It changes the score, and never whether something is asked. */
    void countValues(int points, String reason) {
        ofValues += points;
        reasons.add(reason);
    }

    boolean isWorthAsking() {
        return score >= RenameCandidate.LEAST;
    }

    RenameCandidate candidate(String table, String column) {
        return new RenameCandidate(table, column, Math.max(0, Math.min(score + ofValues, 100)), reasons);
    }
}
