package dev.dataflow.migrations.diff;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which columns go, and which become others so that what depends on them cannot stay. Not thread-safe. */
final class TouchedColumns {

    private final Map<String, Set<String>> gone = new TreeMap<>();
    private final Map<String, Set<String>> altered = new TreeMap<>();

    TouchedColumns(DatabaseEngine engine, Collection<Change> changes) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.Drop drop) {
                goes(drop.table(), drop.column().name());
            } else if (change instanceof ColumnChange.Alter alter && matters(engine, alter.aspect())) {
                altered.computeIfAbsent(alter.table(), name -> new TreeSet<>())
                        .add(alter.after().name());
            }
        }
    }

    void goes(String table, String column) {
        gone.computeIfAbsent(table, name -> new TreeSet<>()).add(column);
    }

    /** Columns that go; some of them come back. */
    Set<String> gone(String table) {
        return gone.getOrDefault(table, Set.of());
    }

    /** Columns that go or become others. */
    Set<String> any(String table) {
        Set<String> any = new TreeSet<>(gone(table));
        any.addAll(altered.getOrDefault(table, Set.of()));
        return any;
    }

    /** MySQL and MariaDB alter no column of a foreign key at all, except its default. */
    private static boolean matters(DatabaseEngine engine, ColumnAspect aspect) {
        return switch (aspect) {
            case TYPE, COLLATION -> true;
            case NULLABILITY, IDENTITY, GENERATED -> engine.family() == EngineFamily.MYSQL;
            case DEFAULT, OPTIONS -> false;
        };
    }
}
