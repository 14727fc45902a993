package dev.dataflow.migrations.schema;

import dev.dataflow.migrations.identifier.TableName;

/**
 * Says that a table is a partition, on PostgreSQL.
 *
 * @param parent the partitioned table
 * @param bound which rows it holds, such as {@code FOR VALUES IN (1)} or {@code DEFAULT}
 */
public record PartitionOf(TableName parent, String bound) {}
