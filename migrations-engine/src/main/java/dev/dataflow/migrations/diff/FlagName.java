package dev.dataflow.migrations.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in flags: parts with dots between them, in double quotes where a part holds what has a meaning. */
public final class FlagName {

    private static final char QUOTE = '"';

    private FlagName() {}

    static String of(String... parts) {
        return Stream.of(parts)
                .map(part -> part.isEmpty() || part.matches("(?s).*[.=\"].*")
                        ? QUOTE + part.replace("\"", "\"\"") + QUOTE
                        : part)
                .collect(Collectors.joining("."));
    }

    /**
     * What a flag says before and behind its first equals sign that is in no name: {@code t.c=a = b} gives the name {@code t.c} and
     * the text {@code a = b}.
     *
     * @param flag the flag
     * @return the name's parts, and the text behind it as the last one; empty when there is no such sign, or the name cannot be read
     */
    public static List<String> andText(String flag) {
        boolean quoted = false;
        for (int i = 0; i < flag.length(); i++) {
            quoted ^= flag.charAt(i) == QUOTE;
            if (flag.charAt(i) == '=' && !quoted) {
                List<List<String>> sides = sides(flag.substring(0, i));
                List<String> parts = new ArrayList<>(sides.isEmpty() ? List.of() : sides.get(0));
                if (!parts.isEmpty()) {
                    parts.add(flag.substring(i + 1));
                }
                return parts;
            }
        }
        return List.of();
    }

    /** The names around equals signs, each as its parts; empty when it cannot be read. */
    static List<List<String>> sides(String flag) {
        List<List<String>> sides = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < flag.length(); i++) {
            char at = flag.charAt(i);
            if (at == QUOTE && quoted && i + 1 < flag.length() && flag.charAt(i + 1) == QUOTE) {
                part.append(QUOTE);
                i++;
            } else if (at == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && (at == '.' || at == '=')) {
                sides.get(sides.size() - 1).add(part.toString());
                part.setLength(0);
                if (at == '=') {
                    sides.add(new ArrayList<>());
                }
            } else {
                part.append(at);
            }
        }
        sides.get(sides.size() - 1).add(part.toString());
        boolean broken = quoted || sides.stream().anyMatch(side -> side.contains(""));
        return broken ? List.of() : sides;
    }
}
