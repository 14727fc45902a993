package dev.dataflow.migrations.scratch;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.limit.Limits;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.table.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that models want, with defaults, checks and types as the server writes them, so that they can be compared with
 * what {@link SchemaReader} reads: the server is asked to create the models' tables where nobody sees
 * them. On PostgreSQL that is a schema in a transaction that is rolled back, on MySQL and MariaDB a database that is
 * dropped again, on SQLite a database in memory. No table of anybody's is touched or locked. Immutable and thread-safe.
 */
public final class ModelSchemas {

    /** The key of the connection's schema. */
    public static final String CURRENT = "";

    private final DatabaseEngine engine;

    /** The schemas on a database. */
    public ModelSchemas(DatabaseEngine engine) {
        this.engine = engine;
    }

    /**
     * The schema that models want in the connection's schema.
     *
     * @param connection a connection; on PostgreSQL and MySQL its account may create schemas
     * @param models the models
     * @throws SchemaException when the database cannot hold a model, or the server does not let the tables be created
     */
    public Schema read(Connection connection, Models models) {
        return readAll(connection, models).getOrDefault(CURRENT, Schema.empty(engine));
    }

    /**
     * The schemas that models want.
     *
     * @param connection a connection; on PostgreSQL and MySQL its account may create schemas
     * @param models the models
     * @return the schemas by their names, the connection's under {@link #CURRENT}, also where a model names it
     * @throws SchemaException when the database cannot hold a model, or the server does not let the tables be created
     */
    public SortedMap<String, Schema> readAll(Connection connection, Models models) {
        TargetSchema target = TargetSchema.of(engine, models);
        Limits.of(engine).check(target.tables());
        try {
            SchemaKeys keys = SchemaKeys.of(engine, connection);
            List<Table> wanted = ScratchTables.renamed(target.tables(), name -> here(name, keys));
            List<Table> tables = ScratchTables.closed(wanted);
            return only(
                    wanted,
                    switch (engine) {
                        case POSTGRESQL, MYSQL, MARIADB -> onServer(connection, tables, keys.current());
                        case SQLITE -> inMemory(tables);
                    });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static TableName here(TableName name, SchemaKeys keys) {
        return keys.of(name.schema()).equals(CURRENT) ? TableName.of(name.name()) : name;
    }

    private SortedMap<String, Schema> onServer(Connection connection, List<Table> tables, @Nullable String current)
            throws SQLException {
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        ScratchNames names = new ScratchNames(
                "dataflow_scratch_" + random, tables.stream().map(Table::name).toList(), current);
        List<Table> renamed = ScratchTables.renamed(tables, names::to);
        return engine == DatabaseEngine.POSTGRESQL
                ? new PostgresScratch(connection, names).read(renamed)
                : new MySqlScratch(connection, engine, names).read(renamed);
    }

    private SortedMap<String, Schema> inMemory(List<Table> tables) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            ScratchScript.run(memory, SchemaScript.create(engine, tables, null));
            SortedMap<String, Schema> schemas = new TreeMap<>();
            schemas.put(CURRENT, new SchemaReader(engine).read(memory));
            return schemas;
        }
    }

    /** Without the tables that were only pointed to. */
    private static SortedMap<String, Schema> only(List<Table> tables, SortedMap<String, Schema> schemas) {
        Set<TableName> wanted = new HashSet<>();
        tables.forEach(table -> wanted.add(table.name()));
        SortedMap<String, Schema> only = new TreeMap<>();
        schemas.forEach((name, schema) -> {
            @Nullable String meant = name.equals(CURRENT) ? null : name;
            List<dev.dataflow.migrations.schema.Table> left = schema.tables().stream()
                    .filter(table -> wanted.contains(new TableName(meant, table.name())))
                    .toList();
            if (!left.isEmpty()) {
                only.put(name, schema.withTables(left));
            }
        });
        return only;
    }

    private SchemaException failure(SQLException cause) {
        return new SchemaException(
                new Problem(
                        ErrorCode.SCRATCH_REFUSED,
                        "the server does not tell how it would keep the models' tables",
                        engine.label() + " said: "
                                + String.valueOf(cause.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("") + "; nothing was changed",
                        engine == DatabaseEngine.POSTGRESQL
                                ? "let the account create schemas in the database, on a server that is not read-only"
                                : "let the account create and drop databases named `dataflow_scratch_%`, on a server that is"
                                        + " not read-only"),
                cause);
    }
}
