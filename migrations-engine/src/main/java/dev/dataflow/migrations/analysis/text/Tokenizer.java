package dev.dataflow.migrations.analysis.text;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a text apart as its database does. Comments are left out. Not thread-safe. */
final class Tokenizer {

    private final EngineFamily family;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private @Nullable String open;

    Tokenizer(DatabaseEngine engine, String text) {
        family = engine.family();
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (!comment(next)) {
                token(next);
            }
        }
        return tokens;
    }

    private boolean comment(char next) {
        boolean dashes = text.startsWith("--", at)
                && (family != EngineFamily.MYSQL
                        || at + 2 == text.length()
                        || Character.isWhitespace(text.charAt(at + 2)));
        if (dashes || next == '#' && family == EngineFamily.MYSQL) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        if (!text.startsWith("/*", at)) {
            return false;
        }
        int depth = 0;
        do {
            if (text.startsWith("/*", at) && (depth == 0 || family == EngineFamily.POSTGRESQL)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        return true;
    }

    private void token(char next) {
        if (next == '\'') {
            boolean escapes = family == EngineFamily.MYSQL || isEscapeString();
            quoted(Token.Kind.STRING, '\'', escapes);
        } else if (next == '"') {
            boolean string = family == EngineFamily.MYSQL;
            quoted(string ? Token.Kind.STRING : Token.Kind.QUOTED, '"', string);
        } else if (next == '`' && family != EngineFamily.POSTGRESQL) {
            quoted(Token.Kind.QUOTED, '`', false);
        } else if (next == '[' && family == EngineFamily.SQLITE) {
            quoted(Token.Kind.QUOTED, ']', false);
        } else if (Character.isLetter(next) || next == '_') {
            int end = at + 1;
            while (end < text.length() && isPart(text.charAt(end)) && !closes(end)) {
                end++;
            }
            add(Token.Kind.WORD, text.substring(at, end), end);
        } else if (Character.isDigit(next)) {
            int end = at + 1;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            add(Token.Kind.SIGN, text.substring(at, end), end);
        } else {
            int end = next == '$' && family == EngineFamily.POSTGRESQL ? dollars() : at + 1;
            add(Token.Kind.SIGN, text.substring(at, end), end);
        }
    }

    /** What stands between dollars is mostly a body, whose words count like all others. */
    private int dollars() {
        int end = at + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))
                || end < text.length() && text.charAt(end) == '_') {
            end++;
        }
        if (end == text.length() || text.charAt(end) != '$') {
            return at + 1;
        }
        String tag = text.substring(at, end + 1);
        open = open == null ? tag : tag.equals(open) ? null : open;
        return end + 1;
    }

    /** A name may have dollars in it, but not those that end the body. */
    private boolean closes(int place) {
        return open != null && text.startsWith(open, place);
    }

    private boolean isEscapeString() {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && last.isWord("E") && last.end() == at;
    }

    private void quoted(Token.Kind kind, char close, boolean escapes) {
        StringBuilder content = new StringBuilder();
        int end = at + 1;
        while (end < text.length()) {
            char next = text.charAt(end);
            if (next == '\\' && escapes && end + 1 < text.length()) {
                content.append(text.charAt(end + 1));
                end += 2;
            } else if (next != close) {
                content.append(next);
                end++;
            } else if (end + 1 < text.length() && text.charAt(end + 1) == close && close != ']') {
                content.append(close);
                end += 2;
            } else {
                break;
            }
        }
        add(kind, content.toString(), Math.min(end + 1, text.length()));
    }

    private void add(Token.Kind kind, String content, int end) {
        tokens.add(new Token(kind, content, at, end));
        at = end;
    }

    private static boolean isPart(char next) {
        return Character.isLetterOrDigit(next) || next == '_' || next == '$';
    }
}
