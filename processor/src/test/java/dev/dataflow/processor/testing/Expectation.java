package dev.dataflow.processor.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * A problem expected at a place.
 *
 * @param problem the code and whether it is an error
 * @param file the file's name
 * @param places where compilers report it, the most exact first
 */
record Expectation(String problem, String file, List<Position> places) {

    /** As {@link Compiled#diagnostics()} says it. */
    @Override
    public String toString() {
        return at(places.get(0));
    }

    private String at(Position place) {
        return problem + " at " + file + ":" + place;
    }

    /**
     * Diagnostics, in which those that are expected stand as expected, when the compiler reports them at another of their
     * places.
     */
    static List<String> recognise(List<String> diagnostics, List<Expectation> expected) {
        List<Expectation> open = new ArrayList<>(expected);
        List<String> result = new ArrayList<>();
        for (String diagnostic : diagnostics) {
            Expectation match = open.stream()
                    .filter(candidate ->
                            candidate.places().stream().map(candidate::at).anyMatch(diagnostic::equals))
                    .findFirst()
                    .orElse(null);
            open.remove(match);
            result.add(match == null ? diagnostic : match.toString());
        }
        return result;
    }

    /**
     * A place in a file.
     *
     * @param line its line, from 1
     * @param column its column, from 1
     */
    record Position(long line, long column) {

        static Position at(String text, int offset) {
            String before = text.substring(0, offset);
            return new Position(1 + before.chars().filter(c -> c == '\n').count(), offset - before.lastIndexOf('\n'));
        }

        @Override
        public String toString() {
            return line + ":" + column;
        }
    }
}
