package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.reader.row.UnreadableObject;
import java.util.ArrayList;
import java.util.List;

/** Takes a statement apart as SQLite does; comments and white space are left out. */
final class Tokenizer {

    private static final List<String> OPERATORS = List.of("->>", "||", "<<", ">>", "<=", ">=", "<>", "!=", "==", "->");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) {
        Tokenizer tokenizer = new Tokenizer(sql);
        while (tokenizer.at < sql.length()) {
            tokenizer.next();
        }
        tokenizer.add(Token.Kind.END, "", sql.length());
        return tokenizer.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (isSpace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            at = after("\n", at);
        } else if (sql.startsWith("/*", at)) {
            at = after("*/", at + 2);
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c, c == '\'' ? Token.Kind.STRING : Token.Kind.NAME);
        } else if (c == '[') {
            int end = sql.indexOf(']', at);
            add(Token.Kind.NAME, sql.substring(at + 1, end < 0 ? sql.length() : end), end < 0 ? sql.length() : end + 1);
        } else if (isDigit(c) || c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1))) {
            number();
        } else if ((c == 'x' || c == 'X') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
            add(Token.Kind.LITERAL, sql.substring(at, after("'", at + 2)), after("'", at + 2));
        } else if (isWord(c)) {
            int end = at;
            while (end < sql.length() && isWord(sql.charAt(end))) {
                end++;
            }
            add(Token.Kind.WORD, sql.substring(at, end), end);
        } else {
            String symbol = OPERATORS.stream()
                    .filter(each -> sql.startsWith(each, at))
                    .findFirst()
                    .orElse(String.valueOf(c));
            add(Token.Kind.SYMBOL, symbol, at + symbol.length());
        }
    }

    private void quoted(char quote, Token.Kind kind) {
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        while (true) {
            if (i >= sql.length()) {
                throw UnreadableObject.broken("a quote is not closed in: " + sql);
            }
            if (sql.charAt(i) != quote) {
                text.append(sql.charAt(i++));
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                text.append(quote);
                i += 2;
            } else {
                add(kind, text.toString(), i + 1);
                return;
            }
        }
    }

    private void number() {
        int end = at;
        while (end < sql.length()
                && (isWord(sql.charAt(end))
                        || sql.charAt(end) == '.'
                        || (sql.charAt(end) == '+' || sql.charAt(end) == '-') && isExponent(end))) {
            end++;
        }
        add(Token.Kind.LITERAL, sql.substring(at, end), end);
    }

    private boolean isExponent(int sign) {
        char before = sql.charAt(sign - 1);
        return (before == 'e' || before == 'E') && !sql.startsWith("0x", at) && !sql.startsWith("0X", at);
    }

    private void add(Token.Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, at, end));
        at = end;
    }

    private int after(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** As SQLite: everything beyond ASCII is a letter. */
    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$' || c > 127;
    }
}
