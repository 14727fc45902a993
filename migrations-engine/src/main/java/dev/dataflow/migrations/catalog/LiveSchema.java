package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.schema.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a database has.
 *
 * @param names when two names mean the same object
 * @param relations everything that could stand in a table's place, by the name it is compared by
 * @param tables the tables that were asked for and are there, by the name they are compared by
 */
public record LiveSchema(NameRule names, Map<String, Relation> relations, Map<String, Table> tables) {

    static LiveSchema of(NameRule names, Collection<Relation> relations, Collection<Table> tables) {
        Map<String, Relation> byName = new LinkedHashMap<>();
        relations.forEach(relation -> byName.put(names.table(relation.name()), relation));
        Map<String, Table> tablesByName = new LinkedHashMap<>();
        tables.forEach(table -> tablesByName.put(names.table(table.name()), table));
        return new LiveSchema(names, byName, tablesByName);
    }

    /** What has a table's name. */
    public Optional<Relation> relation(String table) {
        return Optional.ofNullable(relations.get(names.table(table)));
    }

    /** A table that was asked for. */
    public Optional<Table> table(String table) {
        return Optional.ofNullable(tables.get(names.table(table)));
    }
}
