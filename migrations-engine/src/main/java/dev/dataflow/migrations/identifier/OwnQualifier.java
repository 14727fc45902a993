package dev.dataflow.migrations.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of their own table, which conditions of SQLite's tables may have before a column. SQLite writes it anew, in double
 * quotes, when the table is renamed, and otherwise keeps it as somebody wrote it. Immutable and thread-safe.
 */
public final class OwnQualifier {

    private final Pattern qualifier;

    /**
     * Finds a table's name.
     *
     * @param table the table's name, in any case
     */
    public OwnQualifier(String table) {
        String name = Pattern.quote(table);
        // strings first, so that nothing is looked for in them
        this.qualifier = Pattern.compile(
                "('(?:[^']|'')*')|(?:\"" + name + "\"|\\[" + name + "]|`" + name + "`|(?<![\\w\"`\\[.])" + name
                        + ")\\s*\\.\\s*",
                Pattern.CASE_INSENSITIVE);
    }

    /**
     * A condition that names a table another way.
     *
     * @param expression the condition
     * @param table the table's name there, which is quoted
     */
    public String replace(String expression, String table) {
        String to = Matcher.quoteReplacement(Quoting.DOUBLE_QUOTES.quote(table) + ".");
        return qualifier
                .matcher(expression)
                .replaceAll(found -> found.group(1) == null ? to : Matcher.quoteReplacement(found.group(1)));
    }
}
