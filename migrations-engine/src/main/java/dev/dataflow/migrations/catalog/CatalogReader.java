package dev.dataflow.migrations.catalog;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.NameRule;
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

/** Reads what a database has: four queries, however many tables there are. Immutable and thread-safe. */
public final class CatalogReader {

    private final DatabaseEngine engine;
    private final CatalogQueries queries;

    /**
     * Reads the catalog of a database.
     *
     * @param engine the database
     */
    public CatalogReader(DatabaseEngine engine) {
        this.engine = engine;
        this.queries = switch (engine) {
            case POSTGRESQL -> PostgresCatalog.QUERIES;
            case MYSQL -> MySqlCatalog.QUERIES;
            case MARIADB -> MariaDbCatalog.QUERIES;
            case SQLITE -> SqliteCatalog.QUERIES;
        };
    }

    /**
     * Reads the names of everything, and of some tables all that matters.
     *
     * @param connection a connection; nothing is changed
     * @param wanted the names of the tables
     * @return what is there
     * @throws SQLException from the driver
     */
    public LiveSchema read(Connection connection, Collection<String> wanted) throws SQLException {
        NameRule rule = NameRule.of(engine);
        List<Relation> relations = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(queries.relations());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                relations.add(new Relation(rows.getString(1), rows.getString(2)));
                rule = new NameRule(rows.getBoolean(3), rule.foldsColumns());
            }
        }
        Set<String> keys = wanted.stream().map(rule::table).collect(Collectors.toSet());
        List<String> there = new ArrayList<>();
        for (Relation relation : relations) {
            if (relation.isTable() && keys.contains(rule.table(relation.name()))) {
                there.add(relation.name());
            }
        }
        TableRows tables = new TableRows(TypeReader.of(engine));
        if (!there.isEmpty()) {
            each(connection, queries.columns(), there, tables::addColumn);
            each(connection, queries.indexes(), there, tables::addIndexColumn);
            each(connection, queries.foreignKeys(), there, tables::addForeignKeyColumn);
        }
        return LiveSchema.of(rule, relations, tables.tables());
    }

    /** Takes a row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, List<String> tables, Row row) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(tables.size(), "?"));
        String sql = query.formatted(marks);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // one query names the tables twice
            int parameters = (int) sql.chars().filter(mark -> mark == '?').count();
            for (int i = 0; i < parameters; i++) {
                statement.setString(i + 1, tables.get(i % tables.size()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }
}
