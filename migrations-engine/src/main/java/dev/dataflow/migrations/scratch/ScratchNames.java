package dev.dataflow.migrations.scratch;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Schema;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names of the schemas that stand for those of models. */
final class ScratchNames {

    /** By the name of what they stand for; the empty text is for the connection's. */
    private final SortedMap<String, String> names = new TreeMap<>();

    private final @Nullable String current;

    /**
     * Names.
     *
     * @param prefix what they begin with
     * @param tables the tables that are to be made there
     * @param current the name of the connection's schema
     */
    ScratchNames(String prefix, List<TableName> tables, @Nullable String current) {
        this.current = current;
        for (TableName table : tables) {
            names.computeIfAbsent(of(table.schema()), each -> prefix + "_" + names.size());
        }
    }

    SortedMap<String, String> all() {
        return names;
    }

    TableName to(TableName table) {
        return new TableName(names.get(of(table.schema())), table.name());
    }

    /** A schema that was read, with the names that are meant. */
    Schema back(String meant, Schema read) {
        return read.withTables(read.tables().stream()
                .map(table -> table.edit()
                        .foreignKeys(table.foreignKeys().stream()
                                .map(key -> back(meant, key))
                                .toList())
                        .build())
                .toList());
    }

    private ForeignKey back(String meant, ForeignKey key) {
        String schema = key.target().schema();
        if (schema == null) {
            return key;
        }
        String target = names.entrySet().stream()
                .filter(each -> each.getValue().equals(schema))
                .findFirst()
                .orElseThrow()
                .getKey();
        // in another schema, the connection's has a name like any other
        String named = target.equals(meant) ? null : target.isEmpty() ? current : target;
        return key.between(key.columns(), new TableName(named, key.target().name()), key.targetColumns());
    }

    private static String of(@Nullable String schema) {
        return schema == null ? "" : schema;
    }
}
