package dev.dataflow.migrations.catalog;

import dev.dataflow.config.DatabaseEngine;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what a database has: a few queries for each schema, however many tables there are. Immutable and thread-safe. */
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
     * Reads the names of everything in the connection's schema and those that are asked for, and of some tables all that
     * matters.
     *
     * @param connection a connection; nothing is changed
     * @param wanted the names of the tables
     * @param targets the names of tables whose schemas matter too
     * @return what is there
     * @throws SQLException from the driver
     */
    public LiveSchema read(Connection connection, Collection<TableName> wanted, Collection<TableName> targets)
            throws SQLException {
        SortedSet<String> named = new TreeSet<>();
        Stream.concat(wanted.stream(), targets.stream())
                .flatMap(table -> Stream.ofNullable(table.schema()))
                .forEach(named::add);
        SchemaReader current = new SchemaReader(connection, queries, NameRule.of(engine), null);
        current.readRelations();
        List<Relation> relations = new ArrayList<>(current.relations());
        List<Table> tables = new ArrayList<>(current.tables(wanted, TypeReader.of(engine)));
        if (engine == DatabaseEngine.SQLITE) {
            SqliteCollations collations = new SqliteCollations(connection);
            for (int i = 0; i < tables.size(); i++) {
                tables.set(i, collations.complete(tables.get(i)));
            }
        }
        NameRule rule = current.rule();
        for (String schema : named) {
            SchemaReader reader = new SchemaReader(connection, queries, rule, schema);
            reader.readRelations();
            relations.addAll(reader.relations());
            tables.addAll(reader.tables(wanted, TypeReader.of(engine)));
            rule = reader.rule();
        }
        return LiveSchema.of(schemas(connection, List.copyOf(named)), rule, relations, tables);
    }

    private Schemas schemas(Connection connection, List<String> named) throws SQLException {
        if (named.isEmpty()) {
            return new Schemas(null, named); // nobody asks for one
        }
        String marks = String.join(", ", Collections.nCopies(named.size(), "?"));
        try (PreparedStatement statement =
                connection.prepareStatement(queries.schemas().replace("%1$s", marks))) {
            for (int i = 0; i < named.size(); i++) {
                statement.setString(i + 1, named.get(i));
            }
            List<String> missing = new ArrayList<>(named);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                String current = rows.getString(1);
                while (rows.next()) {
                    missing.remove(rows.getString(1));
                }
                return new Schemas(current, missing);
            }
        }
    }
}
