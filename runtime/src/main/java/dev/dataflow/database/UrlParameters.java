package dev.dataflow.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a URL after the question mark. Names are found in any case; values stay encoded until asked for. */
final class UrlParameters {

    private final Map<String, String> encoded = new LinkedHashMap<>();

    static UrlParameters parse(String query) {
        UrlParameters parameters = new UrlParameters();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters.encoded.put(
                        equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** A value, decoded; null when it is not there. */
    @Nullable
    String get(String name) {
        String key = find(name);
        return key == null ? null : decode(encoded.get(key));
    }

    /** Takes a parameter out, as it stands in the URL. */
    @Nullable
    String takeEncoded(String name) {
        String key = find(name);
        return key == null ? null : encoded.remove(key);
    }

    /** Decodes all values, for a driver that does not; what would end a value stays encoded. */
    void decodeAll() {
        encoded.replaceAll((name, value) -> {
            String decoded = decode(value);
            return decoded.contains("&") ? value : decoded;
        });
    }

    /** Takes a parameter out. */
    @Nullable
    String take(String name) {
        String value = get(name);
        encoded.remove(find(name));
        return value;
    }

    /** Gives a parameter another name, and its value as it is. */
    void rename(String from, String to) {
        String key = find(from);
        if (key != null) {
            encoded.put(to, encoded.remove(key));
        }
    }

    /** The parameters with a question mark, or nothing. */
    String query() {
        StringBuilder text = new StringBuilder();
        encoded.forEach((name, value) ->
                text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(value));
        return text.toString();
    }

    /** Decodes percent signs; a plus stays a plus, as in the part before the question mark. */
    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private @Nullable String find(String name) {
        return encoded.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }
}
