package dev.dataflow.migrations.fact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** PostgreSQL's statistics. A table's size is that of its partitions and heirs, too. */
final class PostgresStatistics implements StatisticsReader {

    private static final String TREE = """
            WITH RECURSIVE tree AS (
              SELECT c.oid AS root, c.oid FROM pg_class c
               WHERE c.relnamespace = coalesce(to_regnamespace(?::text)::oid, current_schema()::regnamespace::oid)
                 AND c.relname = ANY (?) AND c.relkind IN ('r', 'p')
              UNION ALL
              SELECT tree.root, i.inhrelid FROM tree JOIN pg_inherits i ON i.inhparent = tree.oid)
            """;

    private static final String SIZES = """
            SELECT r.relname, sum(pg_total_relation_size(t.oid)) AS bytes,
                   sum(CASE WHEN c.relkind = 'r' THEN greatest(c.reltuples, 0) ELSE 0 END) AS rows,
                   bool_or(c.relkind = 'r' AND (c.reltuples < 0 OR c.relpages = 0 AND pg_relation_size(c.oid) > 0))
                     AS unknown
              FROM tree t JOIN pg_class c ON c.oid = t.oid JOIN pg_class r ON r.oid = t.root GROUP BY r.relname
            """;

    private static final String COUNTS = """
            SELECT r.relname, sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del) AS writes,
                   sum(s.seq_scan + coalesce(s.idx_scan, 0)) AS reads
              FROM tree t JOIN pg_class r ON r.oid = t.root JOIN pg_stat_all_tables s ON s.relid = t.oid
             GROUP BY r.relname
            """;

    private static final String INDEXES = """
            SELECT r.relname, s.indexrelname, s.idx_scan
              FROM tree t JOIN pg_class r ON r.oid = t.root JOIN pg_stat_all_indexes s ON s.relid = t.root
             WHERE t.oid = t.root
            """;

    private static final String HOLDERS = """
            SELECT r.relname,
                   max(extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, p.prepared))) AS seconds
              FROM tree t JOIN pg_class r ON r.oid = t.root
              JOIN pg_locks l ON l.relation = t.oid AND l.locktype = 'relation' AND l.granted
              LEFT JOIN pg_stat_activity a ON a.pid = l.pid
              LEFT JOIN pg_locks x ON l.pid IS NULL AND x.pid IS NULL AND x.locktype = 'transactionid'
                               AND x.virtualtransaction = l.virtualtransaction
              LEFT JOIN pg_prepared_xacts p ON p.transaction = x.transactionid
             WHERE l.pid IS DISTINCT FROM pg_backend_pid() AND coalesce(a.xact_start, p.prepared) IS NOT NULL
               AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
             GROUP BY r.relname
            """;

    private static final String AGE = """
            SELECT extract(epoch FROM now() - coalesce(stats_reset, pg_postmaster_start_time()))
              FROM pg_stat_database WHERE datname = current_database()
            """;

    private static final String HIDDEN =
            "SELECT count(*) FROM pg_stat_activity WHERE query = '<insufficient privilege>'";

    private static final String LONGEST =
            "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";

    private final Probes probes;
    private final String schema;

    PostgresStatistics(Probes probes, String schema) {
        this.probes = probes;
        this.schema = schema;
    }

    @Override
    public ServerFacts server() throws SQLException {
        PostgresReplication replication = PostgresReplication.read(probes);
        return new ServerFacts(
                seesAll() ? number(LONGEST, "pg_stat_activity") : Measure.unknown(noRight()),
                number("SELECT count(*) FROM pg_prepared_xacts", "pg_prepared_xacts"),
                replication.replicas(),
                replication.slots(),
                replication.lagBytes(),
                replication.lagSeconds(),
                Measure.unknown("a database has many files"),
                Measure.unknown("PostgreSQL does not tell how much room its disk has"));
    }

    @Override
    public List<TableFacts> tables(List<String> names) throws SQLException {
        Object[] parameters = {
            schema.isEmpty() ? null : "\"" + schema.replace("\"", "\"\"") + "\"", names.toArray(new String[0])
        };
        record Size(String table, double bytes, OptionalDouble rows) {}
        Answer<List<Size>> sizes = probes.list(
                TREE + SIZES,
                row -> new Size(
                        row.getString(1),
                        row.getDouble(2),
                        row.getBoolean(4) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(3))),
                parameters);
        if (sizes.value() == null) {
            return names.stream()
                    .map(name -> TableFacts.unknown(name, sizes.reason()))
                    .toList();
        }
        Answer<Double> age = probes.first(AGE, row -> row.getDouble(1));
        Map<String, Traffic.Rates> rates =
                new Traffic(probes, "pg_stat_all_tables").measure(() -> counts(parameters), age);
        Map<String, Map<String, Long>> scans = scans(parameters);
        Answer<Map<String, Measure>> holders = holders(parameters);
        Measure quiet = Measure.unknown("pg_stat_all_tables does not tell");
        List<TableFacts> tables = new ArrayList<>();
        for (Size size : sizes.value()) {
            Traffic.Rates rate = rates.getOrDefault(size.table(), new Traffic.Rates(quiet, quiet));
            tables.add(new TableFacts(
                    size.table(),
                    size.rows().isPresent()
                            ? new Measure(size.rows(), "estimated by pg_class.reltuples")
                            : Measure.unknown("the table was never analysed"),
                    false,
                    Measure.of(size.bytes(), "pg_total_relation_size"),
                    rate.writes(),
                    rate.reads(),
                    holders.value() == null
                            ? Measure.unknown(holders.reason())
                            : holders.value().getOrDefault(size.table(), Measure.of(0, "pg_locks")),
                    Measure.unknown("PostgreSQL has no such limit"),
                    scans.getOrDefault(size.table(), Map.of())));
        }
        return tables;
    }

    private Answer<Map<String, Traffic.Count>> counts(Object[] parameters) throws SQLException {
        // inside of a transaction statistics stand still otherwise
        probes.list("SELECT pg_stat_clear_snapshot()", row -> "");
        record Named(String table, Traffic.Count count) {}
        Answer<List<Named>> rows = probes.list(
                TREE + COUNTS,
                row -> new Named(row.getString(1), new Traffic.Count(row.getDouble(2), row.getDouble(3))),
                parameters);
        if (rows.value() == null) {
            return Answer.unknown(rows.reason());
        }
        Map<String, Traffic.Count> counts = new HashMap<>();
        rows.value().forEach(each -> counts.put(each.table(), each.count()));
        return Answer.of(counts);
    }

    private Map<String, Map<String, Long>> scans(Object[] parameters) throws SQLException {
        record Scan(String table, String index, long scans) {}
        Answer<List<Scan>> rows = probes.list(
                TREE + INDEXES, row -> new Scan(row.getString(1), row.getString(2), row.getLong(3)), parameters);
        Map<String, Map<String, Long>> scans = new HashMap<>();
        if (rows.value() != null) {
            rows.value()
                    .forEach(each -> scans.computeIfAbsent(each.table(), table -> new HashMap<>())
                            .put(each.index(), each.scans()));
        }
        return scans;
    }

    /** For each table that somebody holds a lock on; or why that is unknown. */
    private Answer<Map<String, Measure>> holders(Object[] parameters) throws SQLException {
        if (!seesAll()) {
            return Answer.unknown(noRight());
        }
        Map<String, Measure> holders = new HashMap<>();
        Answer<List<String>> rows = probes.list(
                TREE + HOLDERS,
                row -> {
                    holders.put(row.getString(1), Measure.of(row.getDouble(2), "pg_locks and pg_stat_activity"));
                    return "";
                },
                parameters);
        return rows.value() == null ? Answer.unknown(rows.reason()) : Answer.of(holders);
    }

    /** Without the right, the server leaves out when others began, and that would look as if nobody had. */
    private boolean seesAll() throws SQLException {
        Answer<Long> hidden = probes.first(HIDDEN, row -> row.getLong(1));
        return hidden.value() != null && hidden.value() == 0;
    }

    static String noRight() {
        return "the account may not see others in pg_stat_activity; grant it pg_read_all_stats";
    }

    private Measure number(String sql, String source) throws SQLException {
        Answer<Double> answer = probes.first(sql, row -> row.getDouble(1));
        return answer.value() == null ? Measure.unknown(answer.reason()) : Measure.of(answer.value(), source);
    }
}
