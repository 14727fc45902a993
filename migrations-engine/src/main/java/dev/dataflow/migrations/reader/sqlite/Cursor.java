package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.reader.row.UnreadableObject;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of a statement. */
final class Cursor {

    private final String sql;
    private final List<Token> tokens;
    private int at;

    Cursor(String sql) {
        this.sql = sql;
        this.tokens = Tokenizer.of(sql);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Goes over keywords if they come next, all of them. */
    boolean skip(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!peek(i).is(keywords[i])) {
                return false;
            }
        }
        at += keywords.length;
        return true;
    }

    boolean skipSymbol(String symbol) {
        boolean there = peek().isSymbol(symbol);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String... keywords) {
        if (!skip(keywords)) {
            throw unexpected(String.join(" ", keywords));
        }
    }

    void expectSymbol(String symbol) {
        if (!skipSymbol(symbol)) {
            throw unexpected(symbol);
        }
    }

    String name() {
        if (!peek().isName()) {
            throw unexpected("a name");
        }
        return next().text();
    }

    /** A name, and what stands before a point is left out. */
    String qualifiedName() {
        String name = name();
        return skipSymbol(".") ? name() : name;
    }

    /** What stands between parentheses, which come next. */
    List<Token> parenthesised() {
        expectSymbol("(");
        List<Token> inside = new ArrayList<>();
        int depth = 1;
        while (true) {
            Token token = next();
            if (token.kind() == Token.Kind.END) {
                throw unexpected(")");
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return inside;
            }
            inside.add(token);
        }
    }

    /** The statement's text from the next token on. */
    String rest() {
        String rest = sql.substring(peek().start()).strip();
        return rest.endsWith(";") ? rest.substring(0, rest.length() - 1).strip() : rest;
    }

    UnreadableObject unexpected(String wanted) {
        Token token = peek();
        return UnreadableObject.broken("after `"
                + sql.substring(0, token.start()).strip() + "` stands "
                + (token.kind() == Token.Kind.END ? "nothing" : "`" + token.text() + "`") + " and not " + wanted);
    }
}
