package dev.dataflow.migrations.limit;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.table.Check;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds objects that would have one name. What shares a name space differs from database to database. */
final class NameClashes {

    private final DatabaseEngine engine;
    private final NameRule rule;
    private final List<String> found = new ArrayList<>();

    NameClashes(DatabaseEngine engine) {
        this.engine = engine;
        this.rule = NameRule.of(engine);
    }

    List<String> in(List<Table> tables) {
        Map<String, Map<String, String>> schemas = new HashMap<>();
        Map<String, Map<String, String>> constraintsOf = new HashMap<>();
        for (Table table : tables) {
            claim(space(schemas, table), rule.table(table.name().name()), "the table `" + table.name() + "`");
        }
        for (Table table : tables) {
            Map<String, String> schema = space(schemas, table);
            Map<String, String> constraints = space(constraintsOf, table);
            Map<String, String> columns = new HashMap<>();
            for (String name : table.columnNames()) {
                claim(columns, rule.column(name), "the column `" + table.name() + "." + name + "`");
            }
            // MySQL's indexes belong to their table, others' to the schema, together with the tables
            Map<String, String> indexes = engine.family() == EngineFamily.MYSQL ? new HashMap<>() : schema;
            TableNames.indexes(table)
                    .forEach(name ->
                            claim(indexes, fold(name), "the index `" + name + "` of the table `" + table.name() + "`"));
            Map<String, String> own = engine.family() == EngineFamily.MYSQL ? constraints : new HashMap<>();
            constraintNames(table)
                    .forEach(name -> claim(
                            own, fold(name), "the constraint `" + name + "` of the table `" + table.name() + "`"));
        }
        return found;
    }

    private static Stream<String> constraintNames(Table table) {
        return Stream.concat(
                table.foreignKeys().stream().map(ForeignKey::name),
                table.checks().stream().map(Check::name));
    }

    private String fold(String name) {
        return rule.column(name); // constraints and indexes fold as columns do
    }

    /** Names of one schema; of the connection's when none is named. */
    private Map<String, String> space(Map<String, Map<String, String>> spaces, Table table) {
        String schema = table.name().schema();
        return spaces.computeIfAbsent(schema == null ? "" : rule.table(schema), name -> new HashMap<>());
    }

    private void claim(Map<String, String> names, String name, String owner) {
        String other = names.putIfAbsent(name, owner);
        if (other != null) {
            found.add(other + " and " + owner + " would have one name");
        }
    }
}
