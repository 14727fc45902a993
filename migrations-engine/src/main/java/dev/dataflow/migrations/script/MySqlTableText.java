package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.Partition;
import dev.dataflow.migrations.schema.Partitioning;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How MySQL and MariaDB write a table. */
final class MySqlTableText {

    private static final Quoting QUOTING = Quoting.BACKTICKS;

    private final Table table;
    private final boolean mariaDb;

    MySqlTableText(Table table, boolean mariaDb) {
        this.table = table;
        this.mariaDb = mariaDb;
    }

    String statement() {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column)));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            lines.add(primaryKey(key));
        }
        table.indexes().forEach(index -> lines.add(index(index)));
        table.foreignKeys().forEach(each -> lines.add(foreignKey(each)));
        for (Check check : table.checks()) {
            if (!check.keptInColumn()) {
                lines.add(check(check));
            }
        }
        return "CREATE TABLE " + QUOTING.quote(table.name()) + " (\n  " + String.join(",\n  ", lines) + "\n)"
                + options() + partitions();
    }

    static String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY " + parts(key.parts()) + comment(key.options());
    }

    static String check(Check check) {
        return "CONSTRAINT " + QUOTING.quote(String.valueOf(check.name())) + " CHECK (" + check.expression() + ")"
                + (check.options().containsKey("enforced") ? " NOT ENFORCED" : "");
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private String options() {
        Map<String, String> options = table.options();
        StringBuilder text = new StringBuilder();
        if (options.containsKey("engine")) {
            text.append(" ENGINE=").append(options.get("engine"));
        }
        if (options.containsKey("collation")) {
            text.append(collation(options.get("collation")));
        }
        if (options.containsKey("create options")) {
            text.append(' ').append(options.get("create options"));
        }
        if (options.containsKey("system versioned")) {
            text.append(" WITH SYSTEM VERSIONING");
        }
        return text.append(comment(options)).toString();
    }

    private String partitions() {
        Partitioning partitioning = table.partitioning();
        return partitioning == null
                ? ""
                : partitioning.partitions().stream()
                        .map(MySqlTableText::partition)
                        .collect(Collectors.joining(",\n  ", "\nPARTITION BY " + partitioning.key() + " (\n  ", "\n)"));
    }

    private static String partition(Partition partition) {
        return ("PARTITION " + QUOTING.quote(partition.name()) + " " + partition.bound()).strip();
    }

    String column(Column column) {
        return column(column, column.type().sql());
    }

    /** A column of MariaDB's JSON, which has its collation and its check. */
    String json(Column column) {
        return column(column.withCollation(null), "json");
    }

    private String column(Column column, String type) {
        StringBuilder text =
                new StringBuilder(QUOTING.quote(column.name())).append(' ').append(type);
        if (column.collation() != null) {
            text.append(collation(column.collation()));
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(generated.expression())
                    .append(generated.stored() ? ") STORED" : ") VIRTUAL");
        }
        if (!column.nullable()) {
            text.append(" NOT NULL");
        } else if (generated == null) {
            text.append(" NULL"); // a timestamp that says nothing is made NOT NULL by old servers
        }
        if (column.options().containsKey("srid")) {
            text.append(" SRID ").append(column.options().get("srid"));
        }
        if (column.defaultValue() != null) {
            text.append(" DEFAULT ").append(column.defaultValue());
        }
        if (column.options().containsKey("on update")) {
            text.append(" ON UPDATE ").append(column.options().get("on update"));
        }
        if (column.identity() != null) {
            text.append(" AUTO_INCREMENT");
        }
        if (column.options().containsKey("invisible")) {
            text.append(" INVISIBLE");
        }
        text.append(comment(column.options()));
        table.checks().stream()
                .filter(each -> each.keptInColumn() && column.name().equals(each.name()))
                .forEach(each ->
                        text.append(" CHECK (").append(each.expression()).append(')'));
        return text.toString();
    }

    /** A collation's name begins with its character set's. */
    private static String collation(String collation) {
        int end = collation.indexOf('_');
        String set = end < 0 ? collation : collation.substring(0, end);
        return (set.startsWith("uca") ? "" : " CHARACTER SET " + set) + " COLLATE " + collation;
    }

    String index(Index index) {
        String method = index.method();
        boolean word = method.equals("fulltext") || method.equals("spatial");
        return (word ? method.toUpperCase(Locale.ROOT) + " " : index.unique() ? "UNIQUE " : "") + "INDEX "
                + QUOTING.quote(index.name()) + " " + parts(index.parts())
                + (method.equals("hash") ? " USING HASH" : "") + comment(index.options())
                + (index.options().containsKey("invisible") ? mariaDb ? " IGNORED" : " INVISIBLE" : "");
    }

    static String foreignKey(ForeignKey key) {
        return "CONSTRAINT " + QUOTING.quote(String.valueOf(key.name())) + " FOREIGN KEY ("
                + QUOTING.quoteAll(key.columns()) + ") REFERENCES " + QUOTING.quote(key.target()) + " ("
                + QUOTING.quoteAll(key.targetColumns()) + ") ON DELETE "
                + key.onDelete().sql() + " ON UPDATE "
                + key.onUpdate().sql();
    }

    private static String parts(List<KeyPart> parts) {
        return parts.stream()
                .map(part -> {
                    String column = part.column();
                    return (column == null ? "(" + part.expression() + ")" : QUOTING.quote(column))
                            + (part.prefix() == null ? "" : "(" + part.prefix() + ")")
                            + (part.descending() ? " DESC" : "");
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String comment(Map<String, String> options) {
        return options.containsKey("comment") ? " COMMENT " + literal(options.get("comment")) : "";
    }
}
