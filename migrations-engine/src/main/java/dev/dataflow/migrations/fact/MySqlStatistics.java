package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** MySQL's and MariaDB's statistics. Rows are estimated, and can be wrong by half. */
final class MySqlStatistics implements StatisticsReader {

    private static final String SIZES =
            "SELECT TABLE_NAME, TABLE_ROWS, coalesce(DATA_LENGTH, 0) + coalesce(INDEX_LENGTH, 0)"
                    + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = coalesce(?, DATABASE()) AND TABLE_TYPE = 'BASE TABLE'";

    private static final String COUNTS = "SELECT OBJECT_NAME, COUNT_INSERT + COUNT_UPDATE + COUNT_DELETE, COUNT_FETCH"
            + " FROM performance_schema.table_io_waits_summary_by_table"
            + " WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA = coalesce(?, DATABASE())";

    private static final String INDEXES = "SELECT OBJECT_NAME, INDEX_NAME, COUNT_FETCH"
            + " FROM performance_schema.table_io_waits_summary_by_index_usage"
            + " WHERE INDEX_NAME IS NOT NULL AND OBJECT_SCHEMA = coalesce(?, DATABASE())";

    private static final String VERSIONS = "SELECT SUBSTRING_INDEX(NAME, '/', -1), TOTAL_ROW_VERSIONS"
            + " FROM information_schema.INNODB_TABLES WHERE NAME LIKE CONCAT(coalesce(?, DATABASE()), '/%')";

    private static final String LONGEST = "SELECT coalesce(max(TIMESTAMPDIFF(SECOND, trx_started, now())), 0)"
            + " FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id <> CONNECTION_ID()";

    /** Who locked a table without a transaction, as LOCK TABLES does, has been doing nothing for so long at least. */
    private static final String HOLDERS = "SELECT m.OBJECT_NAME,"
            + " max(coalesce(TIMESTAMPDIFF(SECOND, x.trx_started, now()), t.PROCESSLIST_TIME))"
            + " FROM performance_schema.metadata_locks m"
            + " JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID"
            + " LEFT JOIN information_schema.INNODB_TRX x ON x.trx_mysql_thread_id = t.PROCESSLIST_ID"
            + " WHERE m.OBJECT_TYPE = 'TABLE' AND m.LOCK_STATUS = 'GRANTED'"
            + " AND m.OBJECT_SCHEMA = coalesce(?, DATABASE()) AND t.PROCESSLIST_ID <> CONNECTION_ID()"
            + " GROUP BY m.OBJECT_NAME";

    private static final String SEES_LOCKS =
            "SELECT ENABLED FROM performance_schema.setup_instruments" + " WHERE NAME = 'wait/lock/metadata/sql/mdl'";

    private record Named<T>(String name, T value) {}

    private record Size(String table, double rows, double bytes) {}

    private record Scan(String table, String index, long scans) {}

    private final Probes probes;
    private final DatabaseEngine engine;
    private final Object[] schema;

    MySqlStatistics(Probes probes, DatabaseEngine engine, String schema) {
        this.probes = probes;
        this.engine = engine;
        this.schema = new Object[] {schema.isEmpty() ? null : schema};
    }

    @Override
    public ServerFacts server() throws SQLException {
        Measure none = Measure.unknown(engine.label() + " has none");
        Measure longest = longest();
        MySqlReplication replication = MySqlReplication.read(probes, engine, longest);
        return new ServerFacts(
                longest,
                none,
                replication.replicas(),
                none,
                replication.lagBytes(),
                replication.lagSeconds(),
                Measure.unknown("a database has many files"),
                Measure.unknown(
                        engine == DatabaseEngine.MYSQL
                                ? "MySQL does not tell how much room its disk has"
                                : "MariaDB does not tell how much room its disk has, but by a plugin"));
    }

    @Override
    public List<TableFacts> tables(List<String> names) throws SQLException {
        Answer<List<Size>> sizes =
                probes.list(SIZES, row -> new Size(row.getString(1), row.getDouble(2), row.getDouble(3)), schema);
        if (sizes.value() == null) {
            return names.stream()
                    .map(name -> TableFacts.unknown(name, sizes.reason()))
                    .toList();
        }
        Traffic.Rates untold = untold();
        Map<String, Traffic.Rates> rates = new Traffic(probes, "performance_schema").measure(this::counts, uptime());
        boolean counting = !rates.isEmpty();
        Traffic.Rates unused = counting
                ? new Traffic.Rates(
                        Measure.of(0, "performance_schema has not seen it used"),
                        Measure.of(0, "performance_schema has not seen it used"))
                : untold;
        Answer<Map<String, Double>> versions = versions();
        Map<String, Map<String, Long>> scans = scans();
        Measure longest = longest();
        Answer<Map<String, Double>> holders = holders();
        List<TableFacts> tables = new ArrayList<>();
        for (Size size : sizes.value()) {
            if (names.contains(size.table())) {
                Traffic.Rates rate = rates.getOrDefault(size.table(), unused);
                tables.add(new TableFacts(
                        size.table(),
                        Measure.of(size.rows(), "estimated by information_schema.TABLES"),
                        false,
                        Measure.of(size.bytes(), "information_schema.TABLES"),
                        rate.writes(),
                        rate.reads(),
                        holders.value() == null
                                ? longest
                                : Measure.of(
                                        holders.value().getOrDefault(size.table(), 0.0),
                                        "performance_schema.metadata_locks"),
                        versions.value() == null
                                ? Measure.unknown(versions.reason())
                                : Measure.of(
                                        versions.value().getOrDefault(size.table(), 0.0),
                                        "information_schema.INNODB_TABLES"),
                        scans.getOrDefault(size.table(), Map.of())));
            }
        }
        return tables;
    }

    private Measure longest() throws SQLException {
        Answer<Double> longest = probes.first(LONGEST, row -> row.getDouble(1));
        return longest.value() == null
                ? Measure.unknown(longest.reason())
                : Measure.of(longest.value(), "information_schema.INNODB_TRX, for all tables");
    }

    /** For each table that somebody holds a lock of; or why that is unknown. */
    private Answer<Map<String, Double>> holders() throws SQLException {
        Answer<String> seen = probes.first(SEES_LOCKS, row -> row.getString(1));
        if (!"YES".equals(seen.value())) {
            return Answer.unknown("performance_schema does not see locks");
        }
        return byName(probes.list(HOLDERS, row -> new Named<>(row.getString(1), row.getDouble(2)), schema));
    }

    private Answer<Map<String, Traffic.Count>> counts() throws SQLException {
        Answer<List<Named<Traffic.Count>>> rows = probes.list(
                COUNTS,
                row -> new Named<>(row.getString(1), new Traffic.Count(row.getDouble(2), row.getDouble(3))),
                schema);
        return byName(rows);
    }

    /** A server that has just started says 0. */
    private Answer<Double> uptime() throws SQLException {
        return probes.first("SHOW GLOBAL STATUS LIKE 'Uptime'", row -> Math.max(1, row.getDouble(2)));
    }

    private Answer<Map<String, Double>> versions() throws SQLException {
        if (engine == DatabaseEngine.MARIADB) {
            return Answer.unknown("MariaDB has no such limit");
        }
        return byName(probes.list(VERSIONS, row -> new Named<>(row.getString(1), row.getDouble(2)), schema));
    }

    private Map<String, Map<String, Long>> scans() throws SQLException {
        Answer<List<Scan>> rows =
                probes.list(INDEXES, row -> new Scan(row.getString(1), row.getString(2), row.getLong(3)), schema);
        Map<String, Map<String, Long>> scans = new HashMap<>();
        if (rows.value() != null) {
            rows.value()
                    .forEach(each -> scans.computeIfAbsent(each.table(), table -> new HashMap<>())
                            .put(each.index(), each.scans()));
        }
        return scans;
    }

    private Traffic.Rates untold() throws SQLException {
        Answer<Long> on = probes.first("SELECT @@performance_schema", row -> row.getLong(1));
        Measure why = Measure.unknown(
                on.value() != null && on.value() == 0
                        ? "performance_schema is off"
                        : "performance_schema does not tell this account");
        return new Traffic.Rates(why, why);
    }

    private static <T> Answer<Map<String, T>> byName(Answer<List<Named<T>>> rows) {
        if (rows.value() == null) {
            return Answer.unknown(rows.reason());
        }
        Map<String, T> values = new HashMap<>();
        rows.value().forEach(each -> values.put(each.name(), each.value()));
        return Answer.of(values);
    }
}
