package dev.dataflow.migrations.schema;

import dev.dataflow.migrations.identifier.TableName;

/**
 * Says that a table is a partition, on PostgreSQL.
 *
 * @param parent the partitioned table
 * @param bound which rows it holds, such as {@code FOR VALUES IN (1)} or {@code DEFAULT}
 */
public record PartitionOf(TableName parent, String bound) {

    /** Whether it holds all rows that no other one does. */
    public boolean holdsOtherRows() {
        return bound.equals("DEFAULT");
    }

    /** Whether it is that for a table of the same schema. */
    public boolean isDefaultOf(String table) {
        return holdsOtherRows() && parent.schema() == null && parent.name().equals(table);
    }
}
