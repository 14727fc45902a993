package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.config.DatabaseEngine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL and MariaDB write otherwise.
 *
 * @param engine which of them
 * @param database the database that is read
 */
record Dialect(DatabaseEngine engine, String database) {

    private static final Pattern ESCAPED = Pattern.compile("(?s)\\\\(.)");
    private static final Pattern NEGATIVE =
            Pattern.compile("(?s)'(?:[^'\\\\]|''|\\\\.)*'|`(?:[^`]|``)*`|-\\(([0-9]+(?:\\.[0-9]+)?)\\)");
    private static final Pattern STRING_OR_NAME = Pattern.compile("(?s)'(?:[^'\\\\]|''|\\\\.)*'|`(?:[^`]|``)*`\\.?");

    boolean mariaDb() {
        return engine == DatabaseEngine.MARIADB;
    }

    /** One text for MySQL, another for MariaDB. */
    String by(String mysql, String mariaDb) {
        return mariaDb() ? mariaDb : mysql;
    }

    /**
     * An expression of the catalog; MySQL's stands there as if it were in quotes. A number below zero is written in two ways
     * by turns, of which this is the shorter.
     */
    @Nullable
    String expression(@Nullable String text) {
        if (text == null || mariaDb()) {
            return text;
        }
        String unescaped = ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "n" -> "\n";
                            case "t" -> "\t";
                            case "r" -> "\r";
                            default -> found.group(1);
                        }));
        return NEGATIVE.matcher(unescaped)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) == null ? found.group() : "-" + found.group(1)));
    }

    /** A query without the name of its own database. */
    String unqualified(String query) {
        String own = "`" + database.replace("`", "``") + "`.";
        return STRING_OR_NAME
                .matcher(query)
                .replaceAll(found -> found.group().equals(own) ? "" : Matcher.quoteReplacement(found.group()));
    }
}
