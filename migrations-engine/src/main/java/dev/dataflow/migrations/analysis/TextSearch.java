package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.analysis.text.Reference;
import dev.dataflow.migrations.analysis.text.SqlText;
import dev.dataflow.migrations.analysis.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds tables and columns in texts, and says how sure that is. */
final class TextSearch {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final DatabaseEngine engine;
    private final SchemaNames names;
    private final Map<String, Set<String>> words = new ConcurrentHashMap<>();
    private final Map<String, SqlText> taken = new ConcurrentHashMap<>();

    TextSearch(DatabaseEngine engine, SchemaNames names) {
        this.engine = engine;
        this.names = names;
    }

    /** Whether a text has a name in it at all: most have not, and are not taken apart. */
    boolean has(@Nullable String text, String name) {
        // dollars are a part of some names, and stand around bodies without a space
        if (text == null || name.contains("$") || !WORD.matcher(name).matches()) {
            return contains(text, name);
        }
        return words.computeIfAbsent(text, TextSearch::words).contains(plain(name));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                words.add(plain(text.substring(start, i)));
                start = -1;
            }
        }
        return words;
    }

    private SqlText sql(String text) {
        return taken.computeIfAbsent(text, each -> SqlText.of(engine, each));
    }

    /** Whether a text can have a name in it, as a part of a word, too. */
    static boolean contains(@Nullable String text, String name) {
        if (text == null) {
            return false;
        }
        int last = text.length() - name.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, name, 0, name.length())) {
                return true;
            }
        }
        return !WORD.matcher(name).matches(); // it may stand there with its quotes doubled
    }

    /**
     * Whether a text uses a table or a view.
     *
     * @param body whether it is a body: there other words, and words in texts that may be run, count, too
     * @return null when it does not
     */
    @Nullable
    Certainty table(@Nullable String text, String table, boolean body) {
        return text != null && has(text, table) ? table(sql(text), table, body) : null;
    }

    private @Nullable Certainty table(SqlText text, String table, boolean body) {
        Certainty found = null;
        for (Reference reference : text.references()) {
            if (isMeant(text, reference, table)) {
                if (reference.schema() < 0) {
                    return Certainty.CATALOG;
                }
                found = Certainty.TEXT; // maybe of another schema
            }
        }
        if (found == null && body) {
            for (int i = 0; i < text.tokens().size(); i++) {
                Token token = text.tokens().get(i);
                boolean word = names.isTable(token, table)
                        && !text.isSign(i - 1, ".")
                        && !text.isWord(i - 1, "AS")
                        && !text.isWord(i - 1, "ON");
                if (word || token.kind() == Token.Kind.STRING && hasWord(token.text(), table)) {
                    return Certainty.TEXT;
                }
            }
        }
        return found;
    }

    /**
     * Whether a text uses a column.
     *
     * @param table the column's table
     * @param own whether the text is a part of the table, as a trigger is
     * @param body whether it is a body
     * @return null when it does not
     */
    @Nullable
    Certainty column(@Nullable String text, String table, String column, boolean own, boolean body) {
        if (text == null || !has(text, column) || !own && !has(text, table)) {
            return null;
        }
        SqlText sql = sql(text);
        return own || table(sql, table, body) != null ? column(sql, table, column, own, body) : null;
    }

    private @Nullable Certainty column(SqlText text, String table, String column, boolean own, boolean body) {
        Set<String> qualifiers = new HashSet<>();
        Set<Token> others = new HashSet<>();
        boolean single = true;
        for (Reference reference : text.references()) {
            others.add(text.tokens().get(reference.token()));
            if (reference.alias() != null) {
                others.add(reference.alias());
            }
            if (isMeant(text, reference, table)) {
                qualifiers.add(plain(
                        reference.alias() == null ? table : reference.alias().text()));
            } else {
                single = false;
            }
        }
        if (own) {
            qualifiers.addAll(List.of("new", "old", plain(table)));
        }
        Certainty found = null;
        for (int i = 0; i < text.tokens().size(); i++) {
            Token token = text.tokens().get(i);
            if (token.kind() == Token.Kind.STRING) {
                found = body && hasWord(token.text(), column) ? Certainty.TEXT : found;
            } else if (names.isColumn(token, column) && !others.contains(token) && !isOther(text, i)) {
                if (text.isSign(i - 1, ".")) {
                    if (i > 1
                            && qualifiers.contains(
                                    plain(text.tokens().get(i - 2).text()))) {
                        return Certainty.CATALOG;
                    }
                } else if (single && (!own || text.references().isEmpty()) || text.isWord(i - 1, "OF")) {
                    return Certainty.CATALOG;
                } else {
                    found = Certainty.TEXT;
                }
            }
        }
        return found;
    }

    /** Whether an expression of a table's own part mentions a column. */
    boolean mentions(@Nullable String expression, String column) {
        if (expression == null || !has(expression, column)) {
            return false;
        }
        SqlText text = sql(expression);
        for (int i = 0; i < text.tokens().size(); i++) {
            if (names.isColumn(text.tokens().get(i), column) && !isOther(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a routine's head has a table's rows as a type: of a parameter, of its result, or of rows it gives. */
    boolean hasType(String head, String table) {
        if (!has(head, table)) {
            return false;
        }
        SqlText text = sql(head);
        for (int i = 0; i < text.tokens().size(); i++) {
            if (names.isTable(text.tokens().get(i), table)) {
                boolean result = text.isWord(i - 1, "SETOF") || text.isWord(i - 1, "RETURNS");
                boolean ends = text.isSign(i + 1, ",") || text.isSign(i + 1, ")") || text.isSign(i + 1, "[");
                boolean named = i > 0 && text.tokens().get(i - 1).isName();
                if (result || ends && (named || text.isSign(i - 1, "(") || text.isSign(i - 1, ","))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a text calls a routine. */
    boolean calls(@Nullable String text, String routine) {
        if (text == null || !has(text, routine)) {
            return false;
        }
        SqlText sql = sql(text);
        for (int i = 0; i < sql.tokens().size(); i++) {
            Token token = sql.tokens().get(i);
            if (token.isName() && plain(token.text()).equals(plain(routine)) && sql.isSign(i + 1, "(")) {
                return true;
            }
        }
        return false;
    }

    /** A function, what qualifies something else, a new name, a type. */
    private static boolean isOther(SqlText text, int i) {
        return text.isSign(i + 1, "(")
                || text.isSign(i + 1, ".")
                || text.isWord(i - 1, "AS")
                || text.isSign(i - 1, ":");
    }

    private boolean isMeant(SqlText text, Reference reference, String table) {
        Token token = text.tokens().get(reference.token());
        return names.isTable(token, table) && !text.own().contains(token.text());
    }

    private static boolean hasWord(String text, String name) {
        return contains(text, name)
                && WORD.matcher(text).results().anyMatch(found -> found.group().equalsIgnoreCase(name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
