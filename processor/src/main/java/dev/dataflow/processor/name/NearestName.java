package dev.dataflow.processor.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody meant who wrote a name that does not exist. */
public final class NearestName {

    private static final int LISTED = 20;
    private static final int SHORT = 4;

    private NearestName() {}

    /** What to write instead: the nearest valid name, or any of the valid ones. */
    public static String suggest(String wrong, Collection<String> valid) {
        return of(wrong, valid)
                .map(name -> "did you mean `" + name + "`?")
                .orElseGet(() -> valid.isEmpty() ? "there is none to choose from." : "use one of " + list(valid) + ".");
    }

    /** The nearest valid name, when it is near enough to be meant. */
    static Optional<String> of(String wrong, Collection<String> valid) {
        String plain = plain(wrong);
        // two, so that a swap of neighbours, the commonest slip, is found in short names too
        int most = Math.max(plain.length() < SHORT ? 1 : 2, plain.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        record Candidate(String name, int distance) {}
        return valid.stream()
                .map(name -> new Candidate(name, distance.apply(plain, plain(name))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Names in a row, the first of them when there are many. */
    public static String list(Collection<String> names) {
        String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
