package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text of SQL apart as its database does; comments and white space are left out. What is not closed ends with the
 * text: the database will say so, and what stands before is known nevertheless.
 */
final class Tokenizer {

    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern COPIED_END = Pattern.compile("(?m)^\\\\\\.[ \\t\\r]*$");
    private static final Pattern COPY_COMMAND =
            Pattern.compile("(?i)\\\\copy\\b.*\\bfrom\\s+p?stdin\\b.*", Pattern.DOTALL);
    private static final Pattern VERSIONED_COMMENT = Pattern.compile("/\\*M?!\\d*");

    private final EngineFamily family;
    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int statement;
    private boolean rowsFollow;

    private Tokenizer(DatabaseEngine engine, String sql) {
        family = engine.family();
        this.sql = sql;
    }

    /** The tokens, and behind them an end. */
    static List<Token> of(DatabaseEngine engine, String sql) {
        Tokenizer tokenizer = new Tokenizer(engine, sql);
        while (tokenizer.at < sql.length()) {
            tokenizer.next();
        }
        tokenizer.add(Token.Kind.END, "", sql.length());
        return tokenizer.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (rowsFollow && c == '\n') {
            rows();
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (isLineComment(c)) {
            at = commentEnd();
        } else if (c == '\\' && family == EngineFamily.POSTGRESQL) {
            command();
        } else if (sql.startsWith("/*", at)) {
            comment();
        } else if (family == EngineFamily.MYSQL && sql.startsWith("*/", at)) {
            // the end of a comment whose content the server runs
            at += 2;
        } else if (c == '\'') {
            quoted(c, at + 1, Token.Kind.STRING, family == EngineFamily.MYSQL);
        } else if (c == '"') {
            boolean text = family == EngineFamily.MYSQL;
            quoted(c, at + 1, text ? Token.Kind.STRING : Token.Kind.NAME, text);
        } else if (c == '`') {
            quoted(c, at + 1, Token.Kind.NAME, false);
        } else if (c == '[' && family == EngineFamily.SQLITE) {
            quoted(']', at + 1, Token.Kind.NAME, false);
        } else if ((c == 'E' || c == 'e') && family == EngineFamily.POSTGRESQL && sql.startsWith("'", at + 1)) {
            quoted('\'', at + 2, Token.Kind.STRING, true);
        } else if (c == '$' && family == EngineFamily.POSTGRESQL && dollarQuoted()) {
            return;
        } else if (c == ';') {
            semicolon();
        } else {
            word(c);
        }
    }

    /** MySQL wants white space behind two hyphens: {@code 5--1} is six. */
    private boolean isLineComment(char c) {
        if (!sql.startsWith("--", at)) {
            return c == '#' && family == EngineFamily.MYSQL;
        }
        return family != EngineFamily.MYSQL
                || at + 2 == sql.length()
                || Character.isWhitespace(sql.charAt(at + 2))
                || Character.isISOControl(sql.charAt(at + 2));
    }

    /** A command of psql ends with its line, or where another begins behind two backslashes. */
    private void command() {
        if (sql.startsWith("\\;", at)) {
            at++;
            semicolon();
            return;
        }
        int line = lineEnd();
        int other = sql.indexOf("\\\\", at + 1);
        boolean several = other > 0 && other < line;
        int end = several ? other : line;
        String text = sql.substring(at, end).stripTrailing();
        rowsFollow |= COPY_COMMAND.matcher(text).matches();
        add(Token.Kind.META, text, at + text.length());
        at = several ? other + 2 : end;
        statement = tokens.size();
    }

    private void semicolon() {
        List<Token> ended = tokens.subList(statement, tokens.size());
        rowsFollow |= family == EngineFamily.POSTGRESQL
                && !ended.isEmpty()
                && ended.get(0).is("COPY")
                && new Tokens(ended).mentions("FROM", "STDIN");
        add(Token.Kind.SYMBOL, ";", at + 1);
        statement = tokens.size();
    }

    /** The rows behind COPY are no SQL. */
    private void rows() {
        Matcher end = COPIED_END.matcher(sql);
        at = end.find(at + 1) ? end.end() : sql.length();
        rowsFollow = false;
    }

    private void word(char c) {
        int end = at;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        if (end == at) {
            int length = sql.startsWith("::", at) ? 2 : 1;
            add(Token.Kind.SYMBOL, sql.substring(at, at + length), at + length);
        } else {
            boolean number = c >= '0' && c <= '9';
            if (number && end < sql.length() && sql.charAt(end) == '.') {
                do {
                    end++;
                } while (end < sql.length() && isWord(sql.charAt(end)));
            }
            add(number ? Token.Kind.NUMBER : Token.Kind.WORD, sql.substring(at, end), end);
        }
    }

    /** PostgreSQL's nest, and MySQL runs what stands in some. */
    private void comment() {
        Matcher versioned = VERSIONED_COMMENT.matcher(sql).region(at, sql.length());
        if (family == EngineFamily.MYSQL && versioned.lookingAt()) {
            at = versioned.end();
            return;
        }
        int depth = 0;
        do {
            if (sql.startsWith("/*", at) && (depth == 0 || family == EngineFamily.POSTGRESQL)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    private void quoted(char quote, int from, Token.Kind kind, boolean escapes) {
        StringBuilder text = new StringBuilder();
        int i = from;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (escapes && c == '\\' && i + 1 < sql.length()) {
                text.append(sql.charAt(i + 1));
                i += 2;
            } else if (c != quote) {
                text.append(c);
                i++;
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                text.append(quote);
                i += 2;
            } else {
                i++;
                break;
            }
        }
        add(kind, text.toString(), i);
    }

    private boolean dollarQuoted() {
        Matcher open = DOLLAR_QUOTE.matcher(sql).region(at, sql.length());
        if (!open.lookingAt()) {
            return false;
        }
        int end = sql.indexOf(open.group(), open.end());
        int inside = end < 0 ? sql.length() : end;
        add(
                Token.Kind.STRING,
                sql.substring(open.end(), inside),
                end < 0 ? inside : end + open.group().length());
        return true;
    }

    private void add(Token.Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, at, end));
        at = end;
    }

    /** PostgreSQL ends a comment at a carriage return, too: what stands behind a lone one is run. */
    private int commentEnd() {
        int line = lineEnd();
        int end = at;
        while (end < line && !(family == EngineFamily.POSTGRESQL && sql.charAt(end) == '\r')) {
            end++;
        }
        return end;
    }

    private int lineEnd() {
        int found = sql.indexOf('\n', at);
        return found < 0 ? sql.length() : found;
    }

    private static boolean isWord(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c) || c > 127;
    }
}
