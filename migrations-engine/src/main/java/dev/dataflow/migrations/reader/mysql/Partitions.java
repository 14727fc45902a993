package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Partition;
import dev.dataflow.migrations.schema.Partitioning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows are spread over partitions. */
final class Partitions {

    private static final String SQL = """
            SELECT p.TABLE_NAME, p.PARTITION_NAME, p.PARTITION_METHOD, p.PARTITION_EXPRESSION,
              p.PARTITION_DESCRIPTION, p.SUBPARTITION_METHOD, p.SUBPARTITION_EXPRESSION,
              max(coalesce(p.SUBPARTITION_ORDINAL_POSITION, 0)) AS SUBPARTITIONS
            FROM information_schema.PARTITIONS p
            WHERE p.TABLE_SCHEMA = ? AND p.PARTITION_NAME IS NOT NULL
            GROUP BY p.TABLE_NAME, p.PARTITION_ORDINAL_POSITION, p.PARTITION_NAME, p.PARTITION_METHOD,
              p.PARTITION_EXPRESSION, p.PARTITION_DESCRIPTION, p.SUBPARTITION_METHOD, p.SUBPARTITION_EXPRESSION
            ORDER BY p.TABLE_NAME, p.PARTITION_ORDINAL_POSITION
            """;

    private record Row(String key, Partition partition) {}

    private Partitions() {}

    /** The partitioning by the names of tables. */
    static Map<String, Partitioning> read(Catalog catalog, Dialect dialect) throws SQLException {
        Map<String, List<Row>> rows =
                catalog.grouped(SQL, row -> row.getString("TABLE_NAME"), Partitions::row, dialect.database());
        Map<String, Partitioning> partitionings = new HashMap<>();
        rows.forEach((table, of) -> partitionings.put(
                table,
                new Partitioning(
                        of.get(0).key(), of.stream().map(Row::partition).toList())));
        return partitionings;
    }

    private static Row row(ResultSet row) throws SQLException {
        String method = row.getString("PARTITION_METHOD");
        String key = method + " (" + text(row.getString("PARTITION_EXPRESSION")) + ")";
        String sub = row.getString("SUBPARTITION_METHOD");
        if (sub != null) {
            key += " SUBPARTITION BY " + sub + " (" + text(row.getString("SUBPARTITION_EXPRESSION"))
                    + ") SUBPARTITIONS " + row.getInt("SUBPARTITIONS");
        }
        String bound = text(row.getString("PARTITION_DESCRIPTION"));
        if (method.startsWith("RANGE")) {
            bound = "VALUES LESS THAN (" + bound + ")";
        } else if (method.startsWith("LIST")) {
            bound = "VALUES IN (" + bound + ")";
        }
        return new Row(key, new Partition(row.getString("PARTITION_NAME"), bound));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
