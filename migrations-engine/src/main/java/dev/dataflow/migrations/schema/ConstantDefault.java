package dev.dataflow.migrations.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells defaults that are the same for all rows by their text alone, as each database writes them. The time is one where the
 * database takes it for a statement's rows alike.
 */
public final class ConstantDefault {

    private static final String LITERAL =
            "(?:-?[0-9]+(?:\\.[0-9]+)?|[bBxX_a-z0-9]*'(?:[^'\\\\]|''|\\\\.)*'|0x[0-9a-fA-F]+|(?i:true|false|NULL))";

    /** A word, and what it is taken for. */
    private static final Pattern POSTGRES = Pattern.compile("(?:" + LITERAL
            + "|CURRENT_TIMESTAMP|CURRENT_DATE|LOCALTIMESTAMP)"
            + "(?:::(?:character varying|double precision|(?:timestamp|time) with(?:out)? time zone|[a-z_0-9]+)"
            + "(?:\\([0-9, ]+\\))?(?:\\[\\])?)*");

    private static final Pattern PLAIN = Pattern.compile(LITERAL);

    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(" + LITERAL + "\\)");

    private static final Pattern SQLITE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'");

    private ConstantDefault() {}

    /** Whether a default as PostgreSQL writes it is one value, taken for some type, or the time of the transaction. */
    public static boolean isOfPostgres(String expression) {
        return POSTGRES.matcher(expression).matches();
    }

    /** Whether a column of MySQL or MariaDB has a default that is no literal, and not the time. */
    public static boolean isComputedOnMySql(Column column) {
        String value = column.defaultValue();
        return value != null
                && !PLAIN.matcher(value).matches()
                && !value.toLowerCase(Locale.ROOT).startsWith("current_timestamp");
    }

    /** Whether a default of MySQL is an expression that is nothing but a literal, as TEXT needs it. */
    public static boolean isLiteralInParentheses(String expression) {
        return IN_PARENTHESES.matcher(expression).matches();
    }

    /** Whether a default of SQLite is a literal. The time is none: SQLite adds no column with it. */
    public static boolean isOfSqlite(String expression) {
        return SQLITE.matcher(expression).matches();
    }
}
