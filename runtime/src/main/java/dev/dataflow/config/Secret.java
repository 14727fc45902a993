package dev.dataflow.config;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that must not be printed.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    private static final String MASK = "***";

    /** The password in {@code scheme://user:password@host}; greedy, because an unencoded one may hold any character. */
    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^:/?#@]*:).*@");

    private static final Pattern IN_PARAMETER = Pattern.compile(
            "((?:passw(?:or)?d|passphrase|pwd|secret|token)[\\w.-]*\\s*=)[^&]*", Pattern.CASE_INSENSITIVE);

    /** Refuses null. */
    public Secret {
        Objects.requireNonNull(value, "value");
    }

    /**
     * A URL as it may be printed: without passwords, wherever they stand.
     *
     * @param url any text that was given as a URL
     * @return the text with {@code ***} for each password; what cannot be told from a password is masked too
     */
    public static String mask(String url) {
        String plain = IN_AUTHORITY.matcher(url).replaceAll("$1" + MASK + "@");
        return IN_PARAMETER.matcher(plain).replaceAll("$1" + MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
