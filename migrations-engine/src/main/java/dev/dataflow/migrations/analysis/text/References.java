package dev.dataflow.migrations.analysis.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where grammar wants tables: after FROM, JOIN, INTO, UPDATE and TABLE, with the commas and parentheses of a FROM. It
 * is no parser of all of SQL: what it does not find is still found as a word. Not thread-safe.
 */
final class References {

    private static final Set<String> WANTING =
            Set.of("FROM", "JOIN", "STRAIGHT_JOIN", "INTO", "UPDATE", "TABLE", "TRUNCATE");
    private static final Set<String> KEEPING = Set.of("ONLY", "LATERAL", "LOW_PRIORITY", "IGNORE");
    private static final Set<String> ENDING = Set.of(
            "SELECT",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "LIMIT",
            "WINDOW",
            "SET",
            "VALUES",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "RETURNING",
            "FETCH",
            "OFFSET",
            "DO",
            "LOOP",
            "BEGIN",
            "END",
            "IF",
            "THEN",
            "ELSE");
    private static final Set<String> NO_NAMES = Set.of(
            "ON",
            "JOIN",
            "LEFT",
            "RIGHT",
            "INNER",
            "OUTER",
            "FULL",
            "CROSS",
            "NATURAL",
            "STRAIGHT_JOIN",
            "USING",
            "AS",
            "FOR",
            "DEFAULT",
            "FORCE",
            "USE",
            "IGNORE",
            "PARTITION",
            "TABLESAMPLE",
            "INDEXED",
            "NOT",
            "INTO",
            "DECLARE",
            "WHEN",
            "OVERRIDING",
            "OF",
            "OR",
            "AND",
            "NOWAIT",
            "SKIP",
            "FROM",
            "UPDATE",
            "INSERT",
            "DELETE",
            "RETURN",
            "STRICT",
            "IN",
            "ELSEIF",
            "ELSIF",
            "RAISE",
            "CALL",
            "PERFORM",
            "EXECUTE",
            "CASCADE",
            "RESTRICT",
            "LOCK");

    /** Between two parentheses. */
    private static final class Frame {
        private final boolean call;
        private boolean select;
        private boolean from;
        private boolean wanted;

        private Frame(boolean call, boolean wanted) {
            this.call = call;
            this.from = wanted;
            this.wanted = wanted;
        }
    }

    private final List<Token> tokens;
    private final List<Reference> found = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private boolean rows;

    References(List<Token> tokens) {
        this.tokens = tokens;
        frames.push(new Frame(false, false));
    }

    List<Reference> found() {
        for (int i = 0; i < tokens.size(); i++) {
            i = token(i, tokens.get(i));
        }
        return found;
    }

    /** Takes a token, and gives the index of the last one that was taken. */
    private int token(int i, Token token) {
        Frame frame = frame();
        String word = token.keyword();
        if (token.isSign("(")) {
            Token before = at(i - 1);
            frames.push(new Frame(before != null && before.isName() && !isKeyword(before), frame.wanted));
            frame.wanted = false;
        } else if (token.isSign(")")) {
            if (frames.size() > 1) {
                frames.pop();
            }
        } else if (token.isSign(",")) {
            frame.wanted = frame.from;
        } else if (token.isSign(";")) {
            end(frame);
        } else if (WANTING.contains(word) && wants(i, word, frame)) {
            rows = word.equals("FROM") || word.endsWith("JOIN");
            frame.wanted = true;
            frame.from = rows;
        } else if (ENDING.contains(word)) {
            end(frame);
            frame.select |= word.equals("SELECT");
        } else if (frame.wanted && token.isName() && !KEEPING.contains(word)) {
            frame.wanted = false;
            return NO_NAMES.contains(word) ? i : reference(i);
        }
        return i;
    }

    private boolean wants(int i, String word, Frame frame) {
        Token before = at(i - 1);
        String previous = before == null ? "" : before.keyword();
        return switch (word) {
            case "FROM" -> !previous.equals("DISTINCT") && (!frame.call || frame.select);
            // of ON DUPLICATE KEY UPDATE, ON CONFLICT DO UPDATE, FOR UPDATE
            case "UPDATE" -> !Set.of("KEY", "DO", "FOR").contains(previous);
            default -> true;
        };
    }

    private int reference(int first) {
        int name = first;
        int schema = -1;
        while (isSign(name + 1, ".")
                && name + 2 < tokens.size()
                && tokens.get(name + 2).isName()) {
            schema = name;
            name += 2;
        }
        if (rows && isSign(name + 1, "(")) {
            return name; // a function that gives rows
        }
        int alias = name + 1;
        if (alias < tokens.size() && tokens.get(alias).isWord("AS")) {
            alias++;
        }
        Token other = at(alias);
        boolean named = other != null && other.isName() && !isKeyword(other);
        found.add(new Reference(name, schema, named ? other : null));
        return named ? alias : name;
    }

    private static void end(Frame frame) {
        frame.from = false;
        frame.wanted = false;
    }

    private static boolean isKeyword(Token token) {
        String word = token.keyword();
        return ENDING.contains(word) || NO_NAMES.contains(word) || WANTING.contains(word) || KEEPING.contains(word);
    }

    private Frame frame() {
        Frame frame = frames.peek();
        if (frame == null) {
            throw new IllegalStateException("the outermost frame is never left");
        }
        return frame;
    }

    private boolean isSign(int i, String sign) {
        Token token = at(i);
        return token != null && token.isSign(sign);
    }

    private @Nullable Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : null;
    }
}
