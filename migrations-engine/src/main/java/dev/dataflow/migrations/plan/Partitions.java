package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.List;

/** PostgreSQL's partitioned tables and their partitions. */
final class Partitions {

    private final Schema schema;

    Partitions(Schema schema) {
        this.schema = schema;
    }

    boolean isPartitioned(String table) {
        return schema.table(table).filter(each -> each.partitioning() != null).isPresent();
    }

    /** The partitions of a table in the same schema. */
    List<Table> of(String table) {
        return schema.tables().stream()
                .filter(each -> each.partitionOf() != null
                        && each.partitionOf().parent().schema() == null
                        && each.partitionOf().parent().name().equals(table))
                .toList();
    }

    /** Whether no partition of a table is partitioned itself. */
    boolean areLeaves(String table) {
        return of(table).stream().allMatch(each -> each.partitioning() == null);
    }
}
