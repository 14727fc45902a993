package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.reader.row.Parentheses;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions always alike: spaces, comments, the case of keywords and kinds of quotes make no difference. */
final class Expressions {

    private Expressions() {}

    static String of(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        Token before = null;
        for (Token token : tokens) {
            if (before != null && isApart(before, token)) {
                text.append(' ');
            }
            text.append(token.canonical());
            before = token;
        }
        return Parentheses.without(text.toString());
    }

    /** Splits at commas that stand in no parentheses. */
    static List<List<Token>> parts(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts;
    }

    private static boolean isApart(Token before, Token token) {
        if (before.isSymbol("(") || before.isSymbol(".") || token.isSymbol(".")) {
            return false;
        }
        if (token.isSymbol(")") || token.isSymbol(",")) {
            return false;
        }
        return !(token.isSymbol("(") && before.kind() == Token.Kind.WORD && !Keywords.isOne(before.text()));
    }
}
