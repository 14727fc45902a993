package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns of tables. */
final class Columns {

    private static final String SQL = """
            SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_DEFAULT, c.IS_NULLABLE, c.DATA_TYPE, c.COLUMN_TYPE,
              c.COLLATION_NAME, c.EXTRA, c.COLUMN_COMMENT, c.GENERATION_EXPRESSION, %s AS SRID
            FROM information_schema.COLUMNS c
            WHERE c.TABLE_SCHEMA = ?
            ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
            """;

    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (\\S+)");
    private static final Pattern NUMBER =
            Pattern.compile("tinyint|smallint|mediumint|int|bigint|decimal|float|double|bit|year");

    private final Dialect dialect;

    private Columns(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The columns by the names of tables. */
    static Map<String, List<Column>> read(Catalog catalog, Dialect dialect) throws SQLException {
        return catalog.grouped(
                SQL.formatted(dialect.by("c.SRS_ID", "NULL")),
                row -> row.getString("TABLE_NAME"),
                new Columns(dialect)::column,
                dialect.database());
    }

    private Column column(ResultSet row) throws SQLException {
        String extra = row.getString("EXTRA").toLowerCase(Locale.ROOT);
        boolean generated = extra.contains("virtual generated") || extra.contains("stored generated");
        String expression = dialect.expression(row.getString("GENERATION_EXPRESSION"));
        return new Column(
                row.getString("COLUMN_NAME"),
                ColumnType.of(dialect.engine(), row.getString("COLUMN_TYPE")),
                row.getString("IS_NULLABLE").equals("YES"),
                generated ? null : defaultValue(row, extra),
                extra.contains("auto_increment") ? Identity.AUTO_INCREMENT : null,
                generated && expression != null ? new Generated(expression, extra.contains("stored generated")) : null,
                row.getString("COLLATION_NAME"),
                options(row, extra));
    }

    private @Nullable String defaultValue(ResultSet row, String extra) throws SQLException {
        String value = row.getString("COLUMN_DEFAULT");
        if (value == null || dialect.mariaDb()) {
            // a sequence is named with its database
            return value == null || value.equals("NULL") ? null : dialect.unqualified(value);
        }
        String type = row.getString("DATA_TYPE");
        if (extra.contains("default_generated")) {
            return value.startsWith("CURRENT_TIMESTAMP") ? value : "(" + dialect.expression(value) + ")";
        }
        boolean bare = NUMBER.matcher(type).matches() || type.contains("binary") && value.startsWith("0x");
        return bare ? value : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static SortedMap<String, String> options(ResultSet row, String extra) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>(Catalog.options(row, "srid", "SRID"));
        if (!row.getString("COLUMN_COMMENT").isEmpty()) {
            options.put("comment", row.getString("COLUMN_COMMENT"));
        }
        if (extra.contains("invisible")) {
            options.put("invisible", "true");
        }
        Matcher update = ON_UPDATE.matcher(extra);
        if (update.find()) {
            options.put("on update", update.group(1).toUpperCase(Locale.ROOT).replace("()", ""));
        }
        return options;
    }
}
