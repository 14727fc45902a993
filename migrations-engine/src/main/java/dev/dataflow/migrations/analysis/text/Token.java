package dev.dataflow.migrations.analysis.text;

import java.util.Locale;

/**
 * A word, a text or a sign.
 *
 * @param kind what it is
 * @param text the name without quotes, the text's content, or the sign
 * @param start where it begins
 * @param end behind its last character
 */
public record Token(Kind kind, String text, int start, int end) {

    /** Kinds of tokens. */
    public enum Kind {
        /** A name or keyword as it stands. */
        WORD,
        /** A name in quotes. */
        QUOTED,
        /** A text in quotes. */
        STRING,
        /** Anything else, a character each; also what opens and closes a body in PostgreSQL's dollars. */
        SIGN
    }

    /** Whether it can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Whether it is a sign. */
    public boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is a keyword, in capitals. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** The keyword in capitals; empty for anything that is none. */
    public String keyword() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }
}
