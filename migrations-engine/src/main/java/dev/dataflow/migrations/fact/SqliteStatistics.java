package dev.dataflow.migrations.fact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What SQLite knows: how large the file is, and when that says too little, how many pages a table has. */
final class SqliteStatistics implements StatisticsReader {

    /** Up to this size of the file, no table can be large. */
    private static final double SMALL_FILE = 16L << 20;

    private final Probes probes;

    SqliteStatistics(Probes probes) {
        this.probes = probes;
    }

    @Override
    public ServerFacts server() throws SQLException {
        Measure none = Measure.unknown("SQLite does not tell");
        return new ServerFacts(none, none, none, none, file());
    }

    @Override
    public List<TableFacts> tables(List<String> names) throws SQLException {
        Measure file = file();
        Measure none = Measure.unknown("SQLite does not tell");
        List<TableFacts> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(new TableFacts(
                    name,
                    Measure.unknown("not counted"),
                    false,
                    bytes(name, file),
                    none,
                    none,
                    none,
                    Measure.unknown("SQLite has no such limit"),
                    Map.of()));
        }
        return tables;
    }

    private Measure file() throws SQLException {
        Answer<Double> bytes = probes.first(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", row -> row.getDouble(1));
        return bytes.value() == null
                ? Measure.unknown(bytes.reason())
                : Measure.of(bytes.value(), "PRAGMA page_count, of the whole file");
    }

    private Measure bytes(String table, Measure file) throws SQLException {
        if (file.isKnown() && file.value().getAsDouble() <= SMALL_FILE) {
            return file;
        }
        Answer<Double> pages = probes.first(
                "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name IN"
                        + " (SELECT name FROM sqlite_schema WHERE tbl_name = ?)",
                row -> row.getDouble(1),
                table);
        return pages.value() == null ? Measure.unknown(pages.reason()) : Measure.of(pages.value(), "dbstat");
    }
}
