package dev.dataflow.migrations.catalog;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.table.SqlType;

/** Understands a type as a catalog writes it. Stateless. */
interface TypeReader {

    /** The type; of the family OTHER when it is none that models are stored as. */
    SqlType read(String text);

    static TypeReader of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> new PostgresTypes();
            case MYSQL -> new MySqlTypes();
            case SQLITE -> new SqliteTypes();
        };
    }
}
