package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.reader.row.Catalog;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of triggers and routines. The catalog shows their texts without escapes, so that a quote in a text ends it: a body
 * with quotes is asked for by itself, as it was written.
 */
final class Bodies {

    private final Catalog catalog;
    private final Dialect dialect;

    Bodies(Catalog catalog, Dialect dialect) {
        this.catalog = catalog;
        this.dialect = dialect;
    }

    /**
     * A body as it was written.
     *
     * @param kind TRIGGER, FUNCTION or PROCEDURE
     * @param name the object's name
     * @param shown the body as the catalog shows it
     * @return the body; null when it is not shown to this account
     */
    @Nullable
    String of(String kind, String name, String shown) throws SQLException {
        int quote = 0;
        while (quote < shown.length() && shown.charAt(quote) != '\'' && shown.charAt(quote) != '"') {
            quote++;
        }
        if (quote == shown.length()) {
            return shown;
        }
        String sql = "SHOW CREATE " + kind + " " + Quoting.BACKTICKS.quote(new TableName(dialect.database(), name));
        String statement = catalog.first(sql, row -> String.valueOf(row.getString(3)));
        // up to the first quote both are the same
        int start = statement == null ? -1 : statement.indexOf(shown.substring(0, quote));
        return start < 0 || statement == null ? null : statement.substring(start);
    }
}
