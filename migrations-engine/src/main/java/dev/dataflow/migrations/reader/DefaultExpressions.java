package dev.dataflow.migrations.reader;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Asks PostgreSQL about the functions in defaults. What it does not know, and what is volatile under any arguments or in any
 * schema, counts as volatile. Not thread-safe, as its connection.
 */
public final class DefaultExpressions {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CALL = Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_][A-Za-z_0-9$]*))\\s*\\(");

    /** Words before a parenthesis that are no functions, and cannot be volatile. */
    private static final String SQL = """
            SELECT EXISTS (SELECT 1 FROM unnest(?::text[]) AS called(name)
                WHERE NOT EXISTS (SELECT 1 FROM pg_proc p WHERE p.proname = called.name)
                  AND NOT EXISTS (SELECT 1 FROM pg_type t WHERE t.typname = called.name)
                  AND called.name NOT IN ('array', 'coalesce', 'nullif', 'greatest', 'least', 'row', 'varying', 'bit',
                    'decimal', 'zone', 'and', 'or', 'not', 'in', 'any', 'all', 'then', 'else', 'when', 'case', 'cast'))
              OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.proname = ANY (?::text[]) AND p.provolatile = 'v')
              OR EXISTS (SELECT 1 FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode
                WHERE p.provolatile = 'v' AND strpos(?, o.oprname) > 0)
              OR EXISTS (SELECT 1 FROM pg_cast c JOIN pg_proc p ON p.oid = c.castfunc
                WHERE p.provolatile = 'v' AND strpos(?, '::') > 0)
            """;

    private final Connection connection;

    /** Asks on a connection. */
    public DefaultExpressions(Connection connection) {
        this.connection = connection;
    }

    /**
     * Whether an expression may have another value for each row.
     *
     * @param expression a default, as PostgreSQL writes it
     * @throws dev.dataflow.error.SchemaException when the server does not tell
     */
    public boolean isVolatile(String expression) {
        String bare = TEXT.matcher(expression).replaceAll("''");
        String[] called = CALL.matcher(bare)
                .results()
                .map(DefaultExpressions::name)
                .distinct()
                .toArray(String[]::new);
        try {
            Object names = connection.createArrayOf("text", called);
            return Boolean.TRUE.equals(
                    new Catalog(connection).first(SQL, row -> row.getBoolean(1), names, names, bare, bare));
        } catch (SQLException e) {
            throw ReadingFailure.of(DatabaseEngine.POSTGRESQL, connection, e);
        }
    }

    private static String name(MatchResult call) {
        String quoted = call.group(1);
        return quoted == null ? call.group(2).toLowerCase(java.util.Locale.ROOT) : quoted.replace("\"\"", "\"");
    }
}
