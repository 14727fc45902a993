package dev.dataflow.migrations.reader.sqlite;

import java.util.Locale;

/**
 * One token of a statement.
 *
 * @param kind what it is
 * @param text its text; of a name or a string what the quotes mean
 * @param start where it begins in the statement
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {

    /** Kinds of tokens. */
    enum Kind {
        /** A keyword, or a name without quotes. */
        WORD,
        /** A name in double quotes, backticks or brackets. */
        NAME,
        /** A text in single quotes, which also stands for a name where one is expected. */
        STRING,
        /** A number or a blob. */
        LITERAL,
        /** Anything else. */
        SYMBOL,
        /** Behind the last. */
        END
    }

    /** Whether it is a keyword, in any case. */
    boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME || kind == Kind.STRING;
    }

    /** The token as all expressions write it. */
    String canonical() {
        return switch (kind) {
            case NAME -> '"' + text.replace("\"", "\"\"") + '"';
            case STRING -> "'" + text.replace("'", "''") + "'";
            case WORD -> Keywords.isOne(text) ? text.toUpperCase(Locale.ROOT) : text;
            default -> text;
        };
    }
}
