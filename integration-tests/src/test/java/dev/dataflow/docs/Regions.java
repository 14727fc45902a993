package dev.dataflow.docs;

import dev.dataflow.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The regions of the files in this package: what stands between {@code // docs:name} and {@code // docs:end}. */
final class Regions {

    private static final Pattern REGION =
            Pattern.compile("^ *// docs:([\\w-]+)\\R(.*?)^ *// docs:end$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern SCENE = Pattern.compile("scene\\(\"([\\w-]+)\"\\)");

    private static final Pattern PROVOKED = Pattern.compile("provoke\\(\\s*(\\w+),");

    private Regions() {}

    /** The regions of a file, by name, without the indent their lines share. */
    static Map<String, String> of(String file) {
        Map<String, String> regions = new LinkedHashMap<>();
        for (MatchResult found : REGION.matcher(source(file)).results().toList()) {
            regions.put(found.group(1), unindented(found.group(2)));
        }
        return regions;
    }

    /** The scenes that a file plays. */
    static List<String> scenes(String file) {
        return SCENE.matcher(source(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The codes that a file provokes. */
    static List<String> provoked(String file) {
        return PROVOKED.matcher(source(file))
                .results()
                .map(found -> ErrorCode.valueOf(found.group(1)).id())
                .toList();
    }

    private static String source(String file) {
        return Pages.read(Pages.root().resolve("integration-tests/src/test/java/dev/dataflow/docs/" + file));
    }

    private static String unindented(String text) {
        int indent = text.lines()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return text.lines()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
