package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What modules keep in tables of their own, which come and go with the virtual table. */
final class ShadowTables {

    private final Set<String> names = new HashSet<>();

    /** Those of some virtual tables. */
    ShadowTables(List<Table> virtual) {
        for (Table table : virtual) {
            for (String suffix : suffixes(table.options().getOrDefault("virtual", ""))) {
                names.add(folded(table.name() + "_" + suffix));
            }
        }
    }

    boolean has(String table) {
        return names.contains(folded(table));
    }

    /** Each module has its own, by SQLite's and the module's documentation; of an unknown module nothing is hidden. */
    private static List<String> suffixes(String module) {
        String name = folded(module.split("[^A-Za-z0-9_]", 2)[0]);
        return switch (name) {
            case "fts3", "fts4" -> List.of("content", "segments", "segdir", "docsize", "stat");
            case "fts5" -> List.of("data", "idx", "content", "docsize", "config");
            case "rtree", "rtree_i32", "geopoly" -> List.of("node", "parent", "rowid");
            case "spellfix1" -> List.of("vocab");
            case "vec0" -> List.of("info", "chunks", "rowids", "auxiliary", "vector_chunks00");
            default -> List.of();
        };
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
