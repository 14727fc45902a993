package dev.dataflow.migrations.ddl;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Check;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.UniqueKey;
import dev.dataflow.migrations.table.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one database writes tables. What is here is the same everywhere. Stateless. */
abstract class TableSyntax {

    private final Quoting quoting;

    TableSyntax(Quoting quoting) {
        this.quoting = quoting;
    }

    /** The syntax of a database; a connection's schema is needed for references between schemas. */
    static TableSyntax of(DatabaseEngine engine, @Nullable String current) {
        return switch (engine) {
            case POSTGRESQL -> new PostgresSyntax();
            case MYSQL -> new MySqlSyntax("utf8mb4_0900_bin", current);
            case MARIADB -> new MySqlSyntax("utf8mb4_nopad_bin", current);
            case SQLITE -> new SqliteSyntax();
        };
    }

    /** Whether a foreign key can point to a table that is created later. */
    abstract boolean pointsForward();

    /** What stands after the column's type for a key the database counts up. */
    abstract String identity();

    /** What stands after the closing parenthesis. */
    abstract String options();

    /** The statement that creates an index; empty when the table has it already. */
    abstract Optional<String> createIndex(Table table, Index index);

    /** Statements for unique keys that the table does not have already. */
    List<String> createUniqueIndexes(Table table) {
        return List.of();
    }

    /** Lines inside CREATE TABLE for its unique keys and, where they can stand there, indexes. */
    List<String> indexLines(Table table) {
        return table.uniques().stream().map(this::uniqueLine).toList();
    }

    /** The line for the primary key; empty when its column says it. */
    Optional<String> primaryKeyLine(Table table) {
        PrimaryKey key = table.primaryKey();
        return key == null ? Optional.empty() : Optional.of("PRIMARY KEY (" + quoting.quoteAll(key.columns()) + ")");
    }

    final String createTable(Table table, List<ForeignKey> keys) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columnLine(column)));
        primaryKeyLine(table).ifPresent(lines::add);
        lines.addAll(indexLines(table));
        keys.forEach(key -> lines.add(foreignKeyLine(table.name(), key)));
        for (Check check : table.checks()) {
            lines.add("CONSTRAINT " + quote(check.name()) + " CHECK (" + check.condition() + ")");
        }
        return "CREATE TABLE " + quote(table.name()) + " (\n  " + String.join(",\n  ", lines) + "\n)" + options();
    }

    final String addForeignKey(TableName table, ForeignKey key) {
        return "ALTER TABLE " + quote(table) + " ADD " + foreignKeyLine(table, key);
    }

    String uniqueLine(UniqueKey unique) {
        return "CONSTRAINT " + quote(unique.name()) + " UNIQUE (" + quoting.quoteAll(unique.columns()) + ")";
    }

    /** The end of a unique index that leaves deleted rows out. */
    final String livingRows(UniqueKey unique) {
        return unique.live() ? " WHERE " + quote(UniqueKey.DELETED_AT) + " IS NULL" : "";
    }

    final String quote(String name) {
        return quoting.quote(name);
    }

    final String quote(TableName table) {
        return quoting.quote(table);
    }

    final String quoteAll(List<String> names) {
        return quoting.quoteAll(names);
    }

    /** How a table names one that it points to. */
    TableName target(TableName table, TableName target) {
        return target;
    }

    private String columnLine(Column column) {
        StringBuilder line = new StringBuilder(quote(column.name())).append(' ').append(column.type());
        if (column.collation() != null) {
            line.append(" COLLATE ").append(quote(column.collation()));
        }
        if (column.source() == ValueSource.IDENTITY) {
            return line.append(' ').append(identity()).toString();
        }
        if (column.source() == ValueSource.COMPUTED) {
            return line.append(" GENERATED ALWAYS AS (")
                    .append(column.defaultSql())
                    .append(") VIRTUAL")
                    .toString();
        }
        if (!column.nullable()) {
            line.append(" NOT NULL");
        }
        if (column.defaultSql() != null) {
            line.append(" DEFAULT ").append(column.defaultSql());
        }
        return line.toString();
    }

    private String foreignKeyLine(TableName table, ForeignKey key) {
        return "CONSTRAINT " + quote(key.name()) + " FOREIGN KEY (" + quoteAll(key.columns()) + ") REFERENCES "
                + quote(target(table, key.targetTable())) + " (" + quoteAll(key.targetColumns()) + ") ON DELETE "
                + key.onDelete().sql();
    }
}
