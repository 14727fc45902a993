package dev.dataflow.migrations.fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
        Measure untold = Measure.unknown("SQLite does not tell");
        Measure none = Measure.of(0, "SQLite has no replicas");
        return new ServerFacts(untold, untold, none, none, none, none, file(), free());
    }

    /** What the disk has left, and what the file may still grow: the less of the two. */
    private Measure free() throws SQLException {
        Answer<Double> grow = probes.first(
                "SELECT (max_page_count - page_count + freelist_count) * page_size"
                        + " FROM pragma_max_page_count, pragma_page_count, pragma_freelist_count, pragma_page_size",
                row -> row.getDouble(1));
        Answer<String> file =
                probes.first("SELECT file FROM pragma_database_list WHERE name = 'main'", row -> row.getString(1));
        if (grow.value() == null || file.value() == null) {
            return Measure.unknown(grow.value() == null ? grow.reason() : file.reason());
        }
        if (file.value().isEmpty()) {
            return Measure.unknown("the database is in memory");
        }
        try {
            long disk = Files.getFileStore(Path.of(file.value())).getUsableSpace();
            return grow.value() < disk
                    ? Measure.of(grow.value(), "PRAGMA max_page_count")
                    : Measure.of(disk, "the disk of the file");
        } catch (IOException | InvalidPathException e) {
            return Measure.unknown("the disk of the file does not tell");
        }
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
