package dev.dataflow.migrations.storage;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.CollationDescriptor;
import org.jspecify.annotations.Nullable;

/** What a collation is called in each database. */
public final class CollationNames {

    private CollationNames() {}

    /**
     * The name of a collation.
     *
     * @param engine the database
     * @param collation the collation
     * @return its name there; null when none is given
     */
    public static @Nullable String of(DatabaseEngine engine, CollationDescriptor collation) {
        return switch (engine) {
            case POSTGRESQL -> collation.postgresql();
            case MYSQL -> collation.mysql();
            case MARIADB -> collation.mariadb();
            case SQLITE -> collation.sqlite();
        };
    }

    static @Nullable String of(DatabaseEngine engine, @Nullable CollationDescriptor collation, @Nullable String none) {
        return collation == null ? none : of(engine, collation);
    }
}
