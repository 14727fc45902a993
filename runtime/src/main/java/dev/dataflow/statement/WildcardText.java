package dev.dataflow.statement;

import dev.dataflow.query.LikePattern;

/** A pattern as the operators of databases take it. */
final class WildcardText implements LikePattern.Visitor {

    /** The character that LIKE is told to escape by: one that no SQL mode gives a meaning of its own. */
    static final char ESCAPE = '!';

    private final StringBuilder text = new StringBuilder();
    private final boolean glob;

    private WildcardText(boolean glob) {
        this.glob = glob;
    }

    /** For {@code LIKE … ESCAPE '!'}. */
    static String like(LikePattern pattern) {
        return of(pattern, false);
    }

    /** For {@code GLOB}, which alone tells upper from lower case on SQLite. */
    static String glob(LikePattern pattern) {
        return of(pattern, true);
    }

    private static String of(LikePattern pattern, boolean glob) {
        WildcardText result = new WildcardText(glob);
        pattern.visit(result);
        return result.text.toString();
    }

    @Override
    public void any() {
        text.append(glob ? '*' : '%');
    }

    @Override
    public void one() {
        text.append(glob ? '?' : '_');
    }

    @Override
    public void literal(int character) {
        if (glob && "*?[".indexOf(character) >= 0) {
            text.append('[').appendCodePoint(character).append(']');
        } else {
            if (!glob && "%_!".indexOf(character) >= 0) {
                text.append(ESCAPE);
            }
            text.appendCodePoint(character);
        }
    }
}
