package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement's text with its tokens.
 *
 * @param sql the text, without what ends it
 * @param line the line on which it begins, from 1
 * @param tokens its tokens, without the end
 */
record StatementText(String sql, int line, List<Token> tokens) {

    /** Commands of psql that send what stands before them, as a semicolon does. */
    private static final Pattern SENDING = Pattern.compile("(?is)\\\\(g|watch|crosstabview|parse|sendpipeline).*");

    /** Takes a text apart at semicolons that end statements, not those inside of bodies. */
    static List<StatementText> of(DatabaseEngine engine, String text) {
        List<StatementText> statements = new ArrayList<>();
        for (DelimitedText part : DelimitedText.of(engine, withoutMark(text))) {
            split(engine, part, statements);
        }
        return statements;
    }

    /** Editors put a byte order mark before a text, and the databases' own programs and Flyway leave it out. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void split(DatabaseEngine engine, DelimitedText part, List<StatementText> into) {
        List<Token> statement = new ArrayList<>();
        int depth = 0;
        List<Token> tokens = Tokenizer.of(engine, part.text());
        int[] ends = part.lineEnds();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.META) {
                if (SENDING.matcher(token.text()).matches()) {
                    add(part, ends, statement, into);
                    statement = new ArrayList<>();
                    depth = 0;
                }
                add(part, ends, List.of(token), into);
                continue;
            }
            boolean end = !part.whole() && token.isSymbol(";") && depth == 0;
            if (end || token.kind() == Token.Kind.END) {
                add(part, ends, statement, into);
                statement = new ArrayList<>();
                depth = 0;
            } else {
                statement.add(token);
                if (hasBody(statement, engine)) {
                    depth = Math.max(0, depth + nesting(tokens, i));
                }
            }
        }
    }

    /** BEGIN and CASE open, END closes; END IF, END LOOP and the like close what has not been counted. */
    private static int nesting(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean closing = at > 0 && tokens.get(at - 1).is("END");
        if (token.is("BEGIN") || token.is("CASE") && !closing) {
            return 1;
        }
        Token next = tokens.get(Math.min(at + 1, tokens.size() - 1));
        boolean other = next.is("IF") || next.is("LOOP") || next.is("WHILE") || next.is("REPEAT") || next.is("FOR");
        return token.is("END") && !other ? -1 : 0;
    }

    private static boolean hasBody(List<Token> statement, DatabaseEngine engine) {
        if (!statement.get(0).is("CREATE") && !statement.get(0).is("ALTER")) {
            return engine == DatabaseEngine.MARIADB
                    && statement.get(0).is("BEGIN")
                    && statement.size() > 1
                    && statement.get(1).is("NOT");
        }
        boolean postgres = engine.family() == EngineFamily.POSTGRESQL;
        return statement.stream()
                .limit(12)
                .anyMatch(token -> token.is("FUNCTION")
                        || token.is("PROCEDURE")
                        || !postgres && (token.is("TRIGGER") || token.is("EVENT")));
    }

    private static void add(DelimitedText part, int[] ends, List<Token> tokens, List<StatementText> into) {
        if (!tokens.isEmpty()) {
            int start = tokens.get(0).start();
            String sql =
                    part.text().substring(start, tokens.get(tokens.size() - 1).end());
            into.add(new StatementText(
                    sql, part.firstLine() - Arrays.binarySearch(ends, start) - 1, List.copyOf(tokens)));
        }
    }
}
