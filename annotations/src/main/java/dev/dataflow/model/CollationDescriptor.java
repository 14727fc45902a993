package dev.dataflow.model;

import org.jspecify.annotations.Nullable;

/**
 * The collation of a text column, by its name in each database; null where none is named, so that the model cannot be used
 * there.
 *
 * @param postgresql its name in PostgreSQL
 * @param mysql its name in MySQL
 * @param mariadb its name in MariaDB
 * @param sqlite its name in SQLite
 */
public record CollationDescriptor(
        @Nullable String postgresql,
        @Nullable String mysql,
        @Nullable String mariadb,
        @Nullable String sqlite) {

    /** A collation that has one name in every database. */
    public static CollationDescriptor everywhere(String name) {
        return new CollationDescriptor(name, name, name, name);
    }
}
