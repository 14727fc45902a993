package dev.dataflow.migrations.statement;

/**
 * One token of a text of SQL.
 *
 * @param kind what it is
 * @param text its text; of a name or a string what the quotes mean
 * @param start where it begins in the text
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {

    /** Kinds of tokens. */
    enum Kind {
        /** A keyword, or a name without quotes. */
        WORD,
        /** A name in quotes. */
        NAME,
        /** A text. */
        STRING,
        /** A number. */
        NUMBER,
        /** A command to PostgreSQL's psql: from a backslash to the end of the line. */
        META,
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
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
