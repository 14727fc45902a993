package dev.dataflow.migrations.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a database, on MySQL the databases of a server.
 *
 * @param current the connection's; null when it has none, or no schema was asked for
 * @param missing those that were asked for and are not there
 */
public record Schemas(@Nullable String current, List<String> missing) {

    /** Copies the list. */
    public Schemas {
        missing = List.copyOf(missing);
    }
}
