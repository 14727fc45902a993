package dev.dataflow.query;

import java.util.Locale;

/**
 * Lower case as all databases can compute it: Unicode's, of no language, in which a sigma at the end of a word is like any
 * other, and a dotted capital I becomes an i.
 */
public final class LowerCase {

    private LowerCase() {}

    /** A text in lower case. */
    public static String of(String text) {
        return text.toLowerCase(Locale.ROOT).replace("i\u0307", "i").replace('\u03c2', '\u03c3');
    }
}
