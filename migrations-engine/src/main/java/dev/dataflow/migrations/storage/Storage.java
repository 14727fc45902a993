package dev.dataflow.migrations.storage;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.model.ColumnDescriptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one database stores columns. Stateless. */
public sealed interface Storage permits PostgresStorage, MySqlStorage, SqliteStorage {

    /** The storage of a database. */
    static Storage of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> new PostgresStorage();
            case MYSQL -> new MySqlStorage(engine);
            case SQLITE -> new SqliteStorage();
        };
    }

    /** The type that holds every value of the column. */
    SqlType type(ColumnDescriptor column);

    /** The collation to name in DDL; null where the table's gives code point order. */
    @Nullable
    String collation(ColumnDescriptor column);

    /**
     * A condition that keeps out what the type would let in but the column cannot hold.
     *
     * @param column the column
     * @param quoted its name as it stands in SQL
     */
    Optional<String> condition(ColumnDescriptor column, String quoted);

    /**
     * The column's default in its stored form.
     *
     * @param column the column
     * @param literal the literal in the source
     * @return the default as SQL
     * @throws RuntimeException when the literal is not of the column's type
     */
    String defaultSql(ColumnDescriptor column, String literal);
}
