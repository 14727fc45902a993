package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a database has.
 *
 * @param schemas the schemas it was looked for in
 * @param names when two names mean the same object
 * @param relations everything that could stand in a table's place, by the name it is compared by
 * @param tables the tables that were asked for and are there, by the name they are compared by
 */
public record LiveSchema(
        Schemas schemas, NameRule names, Map<TableName, Relation> relations, Map<TableName, Table> tables) {

    static LiveSchema of(Schemas schemas, NameRule names, Collection<Relation> relations, Collection<Table> tables) {
        Map<TableName, Relation> byName = new LinkedHashMap<>();
        relations.forEach(relation -> byName.put(names.table(relation.name()), relation));
        Map<TableName, Table> tablesByName = new LinkedHashMap<>();
        tables.forEach(table -> tablesByName.put(names.table(table.name()), table));
        return new LiveSchema(schemas, names, byName, tablesByName);
    }

    /** What has a table's name. */
    public Optional<Relation> relation(TableName table) {
        return Optional.ofNullable(relations.get(names.table(table)));
    }

    /** A table that was asked for. */
    public Optional<Table> table(TableName table) {
        return Optional.ofNullable(tables.get(names.table(table)));
    }

    /** Where a table lies, to be compared: two names, with and without a schema, can mean the same. */
    public TableName place(TableName table) {
        return names.table(relation(table).map(Relation::place).orElse(table));
    }
}
