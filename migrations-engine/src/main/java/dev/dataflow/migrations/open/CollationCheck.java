package dev.dataflow.migrations.open;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.catalog.CollationCatalog;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.storage.CollationNames;
import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.ModelDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** The collations that models name are there. The database is asked only when a model names one. */
final class CollationCheck {

    private final Connection connection;
    private final DatabaseEngine engine;

    CollationCheck(Connection connection, DatabaseEngine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /** Throws DF-020 that lists each collation that is not there, before anything is created. */
    void run(Models models) throws SQLException {
        Map<String, String> named = new TreeMap<>();
        for (ModelDescriptor model : models.registered().values()) {
            for (ColumnDescriptor column : model.columns()) {
                CollationDescriptor collation = column.collation();
                String name = collation == null ? null : CollationNames.of(engine, collation);
                if (name != null) {
                    named.put(model.name() + "." + column.name(), name);
                }
            }
        }
        if (named.isEmpty()) {
            return;
        }
        SortedSet<String> there = CollationCatalog.read(connection, engine);
        List<String> missing = new ArrayList<>();
        named.forEach((component, name) -> {
            if (!there.contains(name)) {
                missing.add("\n    " + component + ": `" + name + "`; " + NearestName.suggest(name, there));
            }
        });
        if (!missing.isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.COLLATION_UNKNOWN,
                            "models name collations that are not there:" + String.join("", missing),
                            why(),
                            fix()),
                    null);
        }
    }

    private String why() {
        return switch (engine.family()) {
            case POSTGRESQL ->
                "PostgreSQL knows no collation of the name in its search path, for the encoding of this database;"
                        + " nothing was changed";
            case MYSQL -> engine.label() + " knows no collation of the name for utf8mb4; nothing was changed";
            case SQLITE -> "SQLite has BINARY, NOCASE and RTRIM; nothing was changed";
        };
    }

    private String fix() {
        return engine == DatabaseEngine.POSTGRESQL
                ? "correct the name, or create the collation first, with CREATE COLLATION"
                : "correct the name; where databases call it by different names, use @Collation";
    }
}
