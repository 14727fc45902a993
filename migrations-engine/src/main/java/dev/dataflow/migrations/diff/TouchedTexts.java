package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Columns of PostgreSQL that go or become others, with their tables, by the names that texts have for them. Not thread-safe. */
final class TouchedTexts {

    private final Map<String, Set<String>> columns = new TreeMap<>();
    private final Map<String, Set<String>> tableNames = new TreeMap<>();
    private final Map<String, Set<String>> columnNames = new TreeMap<>();

    private TouchedTexts() {}

    static TouchedTexts of(Collection<Change> changes) {
        TouchedTexts texts = new TouchedTexts();
        changes.forEach(texts::add);
        return texts;
    }

    private void add(Change change) {
        if (change instanceof TableChange.Rename rename) {
            names(tableNames, rename.to()).add(rename.from());
        } else if (change instanceof ColumnChange.Rename rename) {
            names(columnNames, rename.table() + "." + rename.to()).add(rename.from());
        } else if (change instanceof ColumnChange.Drop drop) {
            names(columns, drop.table()).add(drop.column().name());
        } else if (change instanceof ColumnChange.Alter alter
                && (alter.aspect() == ColumnAspect.TYPE || alter.aspect() == ColumnAspect.COLLATION)) {
            names(columns, alter.table()).add(alter.after().name());
        }
    }

    /**
     * Whether a text mentions a column and its table.
     *
     * @param text the text
     * @param own a table whose columns do not count; null for none
     */
    boolean isIn(String text, @Nullable String own) {
        return columns.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .anyMatch(entry -> isIn(text, entry.getKey(), entry.getValue()));
    }

    private boolean isIn(String text, String table, Set<String> touched) {
        Set<String> tables = new TreeSet<>(tableNames.getOrDefault(table, Set.of()));
        tables.add(table);
        Set<String> names = new TreeSet<>(touched);
        touched.forEach(column -> names.addAll(columnNames.getOrDefault(table + "." + column, Set.of())));
        return Mentions.any(text, tables) && Mentions.any(text, names);
    }

    private static Set<String> names(Map<String, Set<String>> map, String key) {
        return map.computeIfAbsent(key, each -> new TreeSet<>());
    }
}
