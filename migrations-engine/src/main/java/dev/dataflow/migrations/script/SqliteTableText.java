package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How SQLite writes a table and its indexes. */
final class SqliteTableText {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    /** What stands as a default without parentheses. */
    private static final Pattern LITERAL =
            Pattern.compile("-?[\\w.]+([eE][+-]\\d+)?|[xX]?'([^']|'')*'|\"([^\"]|\"\")*\"");

    private final Table table;

    SqliteTableText(Table table) {
        this.table = table;
    }

    String statement() {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column)));
        PrimaryKey key = table.primaryKey();
        if (key != null && !isInColumn(key)) {
            lines.add(named(key.name()) + "PRIMARY KEY " + parts(key.parts()) + conflict(key.options(), "conflict"));
        }
        for (UniqueKey unique : table.uniques()) {
            lines.add(
                    named(unique.name()) + "UNIQUE " + parts(unique.parts()) + conflict(unique.options(), "conflict"));
        }
        for (Check check : table.checks()) {
            lines.add(named(check.name()) + "CHECK (" + check.expression() + ")");
        }
        table.foreignKeys().forEach(each -> lines.add(foreignKey(each)));
        List<String> options = new ArrayList<>();
        if (table.options().containsKey("strict")) {
            options.add("STRICT");
        }
        if (table.options().containsKey("without rowid")) {
            options.add("WITHOUT ROWID");
        }
        return "CREATE TABLE " + QUOTING.quote(table.name()) + " (\n  " + String.join(",\n  ", lines) + "\n)"
                + (options.isEmpty() ? "" : " " + String.join(", ", options));
    }

    static String index(String table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + QUOTING.quote(index.name()) + " ON "
                + QUOTING.quote(table) + " " + parts(index.parts())
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    String column(Column column) {
        StringBuilder text = new StringBuilder(QUOTING.quote(column.name()));
        if (!column.type().sql().isEmpty()) {
            text.append(' ').append(column.type().sql());
        }
        if (column.collation() != null) {
            text.append(" COLLATE ").append(QUOTING.quote(column.collation()));
        }
        PrimaryKey key = table.primaryKey();
        if (key != null && isInColumn(key) && key.columns().contains(column.name())) {
            text.append(' ')
                    .append(named(key.name()))
                    .append("PRIMARY KEY")
                    .append(key.parts().get(0).descending() ? " DESC" : "")
                    .append(conflict(key.options(), "conflict"))
                    .append(column.identity() == null ? "" : " AUTOINCREMENT");
        }
        if (!column.nullable()) {
            text.append(" NOT NULL").append(conflict(column.options(), "not null conflict"));
        }
        if (column.defaultValue() != null) {
            boolean literal = LITERAL.matcher(column.defaultValue()).matches();
            text.append(literal ? " DEFAULT " + column.defaultValue() : " DEFAULT (" + column.defaultValue() + ")");
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(generated.expression())
                    .append(generated.stored() ? ") STORED" : ") VIRTUAL");
        }
        return text.toString();
    }

    private boolean isInColumn(PrimaryKey key) {
        return key.options().containsKey("place")
                || table.columns().stream().anyMatch(column -> column.identity() != null);
    }

    private static String foreignKey(ForeignKey key) {
        String targets = key.targetColumns().isEmpty() ? "" : " (" + QUOTING.quoteAll(key.targetColumns()) + ")";
        return named(key.name()) + "FOREIGN KEY (" + QUOTING.quoteAll(key.columns()) + ") REFERENCES "
                + QUOTING.quote(key.target()) + targets + " ON DELETE "
                + key.onDelete().sql() + " ON UPDATE "
                + key.onUpdate().sql()
                + switch (key.deferral()) {
                    case NONE -> "";
                    case DEFERRABLE -> " DEFERRABLE";
                    case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                };
    }

    private static String parts(List<KeyPart> parts) {
        return parts.stream().map(SqliteTableText::part).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String part(KeyPart part) {
        String column = part.column();
        return (column != null ? QUOTING.quote(column) : "(" + part.expression() + ")")
                + (part.collation() == null ? "" : " COLLATE " + QUOTING.quote(part.collation()))
                + (part.descending() ? " DESC" : "");
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + QUOTING.quote(name) + " ";
    }

    private static String conflict(Map<String, String> options, String key) {
        return options.containsKey(key) ? " ON CONFLICT " + options.get(key).toUpperCase(Locale.ROOT) : "";
    }
}
