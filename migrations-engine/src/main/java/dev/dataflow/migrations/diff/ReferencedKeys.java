package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What foreign keys that no model has need of models' tables: keys that they point to and, on MySQL and MariaDB, indexes on both
 * sides stay; where what they point to goes, they go. Not thread-safe.
 */
final class ReferencedKeys {

    private final boolean indexed;
    private final Schema there;
    private final Schema wanted;
    private final Map<String, Table> tables;

    /**
     * The keys of a target.
     *
     * @param engine the database
     * @param there the schema there is, under the names that it is to have
     * @param wanted what models want
     * @param tables the tables of the target, which are changed
     */
    ReferencedKeys(DatabaseEngine engine, Schema there, Schema wanted, Map<String, Table> tables) {
        indexed = engine.family() == EngineFamily.MYSQL;
        this.there = there;
        this.wanted = wanted;
        this.tables = tables;
    }

    /**
     * Completes the target.
     *
     * @param unmodelled takes what stays by this
     */
    void complete(List<Unmodelled> unmodelled) {
        for (String name : new TreeSet<>(tables.keySet())) {
            Table table = tables.get(name);
            List<ForeignKey> standing = table.foreignKeys().stream()
                    .filter(key -> isWanted(name, key) || stands(key))
                    .toList();
            tables.put(name, table.edit().foreignKeys(standing).build());
        }
        for (Table table : List.copyOf(tables.values())) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!isWanted(table.name(), key)) {
                    need(table.name(), key, unmodelled);
                }
            }
        }
    }

    private boolean isWanted(String table, ForeignKey key) {
        return wanted.table(table)
                .filter(each -> each.foreignKeys().contains(key))
                .isPresent();
    }

    private boolean stands(ForeignKey key) {
        if (key.target().schema() != null) {
            return true;
        }
        Table target = tables.get(key.target().name());
        // one that pointed nowhere before, as SQLite lets it, is none of ours
        boolean stood = there.table(key.target().name())
                .filter(each -> key.targetColumns().stream()
                        .allMatch(column -> each.column(column).isPresent()))
                .isPresent();
        return !stood
                || target != null
                        && key.targetColumns().stream()
                                .allMatch(column -> target.column(column).isPresent());
    }

    private void need(String table, ForeignKey key, List<Unmodelled> unmodelled) {
        if (indexed) {
            index(table, key.columns(), unmodelled);
        }
        if (key.target().schema() != null) {
            return;
        }
        String target = key.target().name();
        unique(target, Set.copyOf(key.targetColumns()), unmodelled);
        if (indexed) {
            index(target, key.targetColumns(), unmodelled);
        }
    }

    private void index(String name, List<String> columns, List<Unmodelled> unmodelled) {
        Table table = tables.get(name);
        if (table == null || beginnings(table).anyMatch(each -> startsWith(each, columns))) {
            return;
        }
        there.table(name)
                .flatMap(before -> before.indexes().stream()
                        .filter(index -> startsWith(index.columns(), columns))
                        .findFirst())
                .ifPresent(index -> {
                    tables.put(name, table.edit().index(index).build());
                    unmodelled.add(new Unmodelled("index", name, index.name()));
                });
    }

    private void unique(String name, Set<String> columns, List<Unmodelled> unmodelled) {
        Table table = tables.get(name);
        if (table == null
                || table.keys().stream().anyMatch(each -> Set.copyOf(each).equals(columns))) {
            return;
        }
        Table before = there.table(name).orElse(null);
        if (before == null) {
            return;
        }
        for (UniqueKey each : before.uniques()) {
            if (Set.copyOf(each.columns()).equals(columns)) {
                tables.put(name, table.edit().unique(each).build());
                unmodelled.add(new Unmodelled("unique constraint", name, each.name()));
                return;
            }
        }
        for (Index each : before.indexes()) {
            if (each.unique()
                    && each.coversWholeRows()
                    && Set.copyOf(each.columns()).equals(columns)) {
                tables.put(name, table.edit().index(each).build());
                unmodelled.add(new Unmodelled("index", name, each.name()));
                return;
            }
        }
    }

    private static Stream<List<String>> beginnings(Table table) {
        return Stream.concat(
                Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns),
                table.indexes().stream().map(Index::columns));
    }

    private static boolean startsWith(List<String> index, List<String> columns) {
        return index.size() >= columns.size()
                && index.subList(0, columns.size()).equals(columns);
    }
}
