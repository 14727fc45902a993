package dev.dataflow.discovery;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of models in messages: the first few, then how many more. */
final class Names {

    private static final int MOST = 5;

    private Names() {}

    static String of(Collection<String> names) {
        String first = names.stream().sorted().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }

    /** {@code shop.Order has}, or {@code 2 models have} with the names after a colon. */
    static String subject(Collection<String> names, String one, String many) {
        return names.size() == 1 ? of(names) + " " + one : names.size() + " models " + many + ": " + of(names);
    }
}
