package dev.dataflow.migrations.catalog;

import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one schema in four queries, however many tables it has. */
final class SchemaReader {

    private final Connection connection;
    private final CatalogQueries queries;
    private final @Nullable String schema;
    private final List<Relation> relations = new ArrayList<>();
    private NameRule rule;

    /** Reads a schema; null for the connection's. */
    SchemaReader(Connection connection, CatalogQueries queries, NameRule rule, @Nullable String schema) {
        this.connection = connection;
        this.queries = queries;
        this.rule = rule;
        this.schema = schema;
    }

    /** Everything that has a name, and the rule by which names are compared. */
    void readRelations() throws SQLException {
        each(queries.relations(), List.of(), row -> {
            String name = row.getString(1);
            relations.add(
                    new Relation(new TableName(schema, name), row.getString(2), new TableName(row.getString(4), name)));
            rule = new NameRule(row.getBoolean(3), rule.foldsColumns());
        });
    }

    NameRule rule() {
        return rule;
    }

    List<Relation> relations() {
        return relations;
    }

    /** Those of the wanted tables that are there. */
    List<Table> tables(Collection<TableName> wanted, TypeReader types) throws SQLException {
        Set<TableName> keys = wanted.stream().map(rule::table).collect(Collectors.toSet());
        List<String> there = relations.stream()
                .filter(relation -> relation.isTable() && keys.contains(rule.table(relation.name())))
                .map(relation -> relation.name().name())
                .toList();
        TableRows tables = new TableRows(schema, types);
        if (!there.isEmpty()) {
            each(queries.columns(), there, tables::addColumn);
            each(queries.indexes(), there, tables::addIndexColumn);
            each(queries.foreignKeys(), there, tables::addForeignKeyColumn);
        }
        return tables.tables();
    }

    /** Takes a row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String query, List<String> tables, Row row) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(tables.size(), "?"));
        // not formatted(), whose classes take longer to load at open than the query takes
        String sql =
                query.replace("%1$s", marks).replace("%2$s", schema == null ? queries.connection() : queries.named());
        List<String> scope = Stream.ofNullable(schema).toList();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // the schema comes first; one query names the tables twice
            int parameters = sql.length() - sql.replace("?", "").length();
            for (int i = 0; i < parameters; i++) {
                int table = i - scope.size();
                statement.setString(i + 1, table < 0 ? scope.get(i) : tables.get(table % tables.size()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }
}
