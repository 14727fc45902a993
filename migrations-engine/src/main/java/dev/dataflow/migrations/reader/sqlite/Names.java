package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spells names as their objects are spelled: SQLite does not care for case, and readers should not have to. Also says what is
 * left out: the columns that a foreign key points to.
 */
final class Names {

    private final Map<String, Table> tables = new HashMap<>();

    Names(List<Table> tables) {
        tables.forEach(table -> this.tables.put(folded(table.name()), table));
    }

    Table complete(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.edit()
                .primaryKey(key == null ? null : key.withParts(parts(table, key.parts()), key.include()))
                .uniques(table.uniques().stream()
                        .map(unique -> unique.withParts(parts(table, unique.parts()), unique.include()))
                        .toList())
                .indexes(table.indexes().stream()
                        .map(index -> index.withParts(parts(table, index.parts()), index.include(), index.where()))
                        .toList())
                .foreignKeys(table.foreignKeys().stream()
                        .map(each -> foreignKey(table, each))
                        .toList())
                .build();
    }

    private ForeignKey foreignKey(Table table, ForeignKey key) {
        Table target = tables.get(folded(key.target().name()));
        return key.between(
                columns(table, key.columns()),
                target == null ? key.target() : TableName.of(target.name()),
                target == null ? key.targetColumns() : targets(target, key.targetColumns()));
    }

    private static List<String> targets(Table target, List<String> named) {
        PrimaryKey key = target.primaryKey();
        return columns(target, named.isEmpty() && key != null ? key.columns() : named);
    }

    private static List<String> columns(Table table, List<String> names) {
        return names.stream()
                .map(name -> {
                    Column column = column(table, name);
                    return column == null ? name : column.name();
                })
                .toList();
    }

    /** A collation that the column has anyway is not named; a name that no column has is an expression. */
    private static List<KeyPart> parts(Table table, List<KeyPart> parts) {
        return parts.stream()
                .map(part -> {
                    Column column = part.column() == null ? null : column(table, part.column());
                    if (column == null) {
                        return part;
                    }
                    String own = column.collation() == null ? "BINARY" : column.collation();
                    String collation = own.equals(part.collation()) ? null : part.collation();
                    return KeyParts.part(column.name(), null, part.descending(), collation);
                })
                .toList();
    }

    private static @Nullable Column column(Table table, String name) {
        return table.columns().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
