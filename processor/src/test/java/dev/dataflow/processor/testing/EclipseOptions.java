package dev.dataflow.processor.testing;

import java.util.ArrayList;
import java.util.List;

/** Options of javac as ecj writes them. */
final class EclipseOptions {

    /** Its usual warnings, but for those that the tests' sources call up: of their own style, and of our codes. */
    private static final List<String> ALWAYS =
            List.of("--release", "17", "-warn:-unusedImport,unusedLocal,unusedPrivate,warningToken");

    private EclipseOptions() {}

    static List<String> of(List<String> options) {
        List<String> result = new ArrayList<>(ALWAYS);
        for (String option : options) {
            if (option.equals("-Werror")) {
                result.add("-failOnWarning");
            } else if (!option.startsWith("-X") && !option.equals(Models.MOST_ERRORS)) {
                result.add(option);
            }
        }
        return result;
    }
}
