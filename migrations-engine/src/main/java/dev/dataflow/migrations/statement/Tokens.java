package dev.dataflow.migrations.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Walks over tokens. Not thread-safe. */
final class Tokens {

    private final List<Token> tokens;
    private int at;

    /**
     * Walks over tokens.
     *
     * @param tokens the tokens, without the end
     */
    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean hasNext() {
        return at < tokens.size();
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        int place = at + ahead;
        return place < tokens.size() ? tokens.get(place) : new Token(Token.Kind.END, "", 0, 0);
    }

    /** What is still to come. */
    List<Token> rest() {
        return tokens.subList(Math.min(at, tokens.size()), tokens.size());
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean at(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!peek(i).is(keywords[i])) {
                return false;
            }
        }
        return true;
    }

    /** Goes over keywords if they come next, all of them. */
    boolean skip(String... keywords) {
        boolean there = at(keywords);
        if (there) {
            at += keywords.length;
        }
        return there;
    }

    /** Goes over the first of these that comes next. */
    boolean skipAny(String... keywords) {
        for (String keyword : keywords) {
            if (skip(keyword)) {
                return true;
            }
        }
        return false;
    }

    boolean skipSymbol(String symbol) {
        boolean there = peek().isSymbol(symbol);
        if (there) {
            at++;
        }
        return there;
    }

    /** A name without what stands before a point; empty where none comes. */
    String name() {
        if (!peek().isName()) {
            return "";
        }
        String name = next().text();
        while (peek().isSymbol(".") && peek(1).isName()) {
            at++;
            name = next().text();
        }
        return name;
    }

    /** A name, also behind {@code IF EXISTS}, {@code IF NOT EXISTS} and {@code ONLY}. */
    String named() {
        skip("IF", "NOT", "EXISTS");
        skip("IF", "EXISTS");
        skip("ONLY");
        return name();
    }

    /** What stands between parentheses, if they come next. */
    List<Token> parenthesised() {
        List<Token> inside = new ArrayList<>();
        if (!skipSymbol("(")) {
            return inside;
        }
        int depth = 1;
        while (hasNext()) {
            Token token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            inside.add(token);
        }
        return inside;
    }

    /** Whether an option is among these, and not switched off. */
    boolean isOn(String option) {
        if (!seek(option)) {
            return false;
        }
        Token value = peek();
        return !value.is("FALSE") && !value.is("OFF") && !value.text().equals("0") && !value.is("NO");
    }

    /** Whether keywords come somewhere from here on, outside of parentheses. */
    boolean mentions(String... keywords) {
        int depth = 0;
        for (int i = 0; at + i < tokens.size(); i++) {
            Token token = peek(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && new Tokens(tokens.subList(at + i, tokens.size())).at(keywords)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to where keywords come, outside of parentheses; to the end where they do not. */
    boolean seek(String... keywords) {
        while (hasNext()) {
            if (skip(keywords)) {
                return true;
            }
            if (peek().isSymbol("(")) {
                parenthesised();
            } else {
                next();
            }
        }
        return false;
    }

    /** The parts between commas, outside of parentheses, from here to the end. */
    List<Tokens> parts() {
        List<Tokens> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        while (hasNext()) {
            Token token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                parts.add(new Tokens(part));
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(new Tokens(part));
        return parts;
    }

    /** The tokens' texts with spaces between. */
    static String text(List<Token> tokens) {
        return tokens.stream()
                .map(token -> switch (token.kind()) {
                    case STRING -> "'" + token.text().replace("'", "''") + "'";
                    case NAME -> '"' + token.text() + '"';
                    default -> token.text();
                })
                .collect(Collectors.joining(" "));
    }
}
