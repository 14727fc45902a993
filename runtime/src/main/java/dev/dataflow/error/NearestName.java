package dev.dataflow.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody meant who wrote a name that does not exist. */
public final class NearestName {

    private NearestName() {}

    /**
     * The valid name nearest to a wrong one.
     *
     * @param wrong what was written
     * @param valid the names there are
     * @return the nearest, when it is near enough to be meant
     */
    public static Optional<String> of(String wrong, Collection<String> valid) {
        String plain = plain(wrong);
        // two, so that a swap of neighbours, the commonest slip, is found in short names too
        int most = Math.max(plain.length() < 4 ? 1 : 2, plain.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        record Candidate(String name, int distance) {}
        return valid.stream()
                .map(name -> new Candidate(name, distance.apply(plain, plain(name))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /**
     * A sentence that names the nearest valid name, or all valid names.
     *
     * @param wrong what was written
     * @param valid the names there are
     */
    public static String suggest(String wrong, Collection<String> valid) {
        return of(wrong, valid)
                .map(name -> "write `" + name + "`")
                .orElseGet(() -> valid.isEmpty()
                        ? "leave it out"
                        : "use one of "
                                + String.join(
                                        ", ", valid.stream().sorted().limit(20).toList()));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
