package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.SequenceNumbers;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sequences of MariaDB, which can be queried like tables. */
final class Sequences {

    private Sequences() {}

    static List<Sequence> read(Catalog catalog, Dialect dialect, List<String> names) throws SQLException {
        if (names.isEmpty()) {
            return List.of();
        }
        String sql = names.stream()
                .map(name -> "SELECT '" + name.replace("\\", "\\\\").replace("'", "''") + "', start_value, increment,"
                        + " minimum_value, maximum_value, cache_size, cycle_option FROM "
                        + Quoting.BACKTICKS.quote(new TableName(dialect.database(), name)))
                .collect(Collectors.joining(" UNION ALL "));
        return catalog.list(
                sql,
                row -> new Sequence(
                        row.getString(1),
                        "bigint",
                        new SequenceNumbers(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getInt(7) != 0),
                        null,
                        new TreeMap<>()));
    }
}
