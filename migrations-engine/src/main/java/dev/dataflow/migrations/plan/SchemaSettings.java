package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.identifier.Quoting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database is told the schema for statements that name none. It is the only one: a name that is missing there must not be
 * found in another one.
 */
final class SchemaSettings {

    private final EngineFamily family;
    private final @Nullable String schema;

    /**
     * Settings for a schema.
     *
     * @param schema its name; null for the connection's
     */
    SchemaSettings(DatabaseEngine engine, @Nullable String schema) {
        this.family = engine.family();
        this.schema = schema;
    }

    /** For PostgreSQL's transaction that has begun. */
    List<String> local() {
        return schema == null ? List.of() : List.of("SET LOCAL search_path TO " + Quoting.DOUBLE_QUOTES.quote(schema));
    }

    /** For the connection. */
    List<String> session() {
        if (schema == null) {
            return List.of();
        }
        return family == EngineFamily.MYSQL
                ? List.of("USE " + Quoting.BACKTICKS.quote(schema))
                : List.of(
                        "SELECT set_config('dataflow.search_path', current_setting('search_path'), false)",
                        "SET search_path TO " + Quoting.DOUBLE_QUOTES.quote(schema));
    }

    /** Puts the connection's own back; no statement of MySQL can. */
    List<String> restored() {
        return schema == null || family == EngineFamily.MYSQL
                ? List.of()
                : List.of("SELECT set_config('search_path', current_setting('dataflow.search_path'), false)");
    }
}
