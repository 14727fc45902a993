package dev.dataflow.migrations.script;

import dev.dataflow.migrations.schema.Schema;
import java.util.List;

/** The statements that create a schema's objects in an empty one. */
public final class CreationScript {

    private CreationScript() {}

    /**
     * The statements, in an order that can run on one connection whose schema is the empty one. An index that is not valid
     * is created valid: no statement creates the other kind.
     *
     * @param schema the schema
     */
    public static List<String> of(Schema schema) {
        return switch (schema.engine()) {
            case POSTGRESQL -> new PostgresScript(schema).statements();
            case MYSQL, MARIADB -> new MySqlScript(schema).statements();
            case SQLITE -> new SqliteScript(schema).statements();
        };
    }
}
