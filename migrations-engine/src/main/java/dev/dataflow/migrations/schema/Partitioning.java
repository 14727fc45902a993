package dev.dataflow.migrations.schema;

import java.util.List;

/**
 * How the rows of a table are spread over partitions.
 *
 * @param key by what, as the server writes it, such as {@code RANGE (created_at)}
 * @param partitions the partitions in their order, on MySQL and MariaDB; on PostgreSQL they are tables, and this is empty
 */
public record Partitioning(String key, List<Partition> partitions) {

    /** Copies the list. */
    public Partitioning {
        partitions = List.copyOf(partitions);
    }
}
