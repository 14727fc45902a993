package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL keeps a column: storage, compression and the target of statistics, each of the table alone. */
final class PostgresColumnOptions {

    private static final String STORAGE = "storage";
    private static final String COMPRESSION = "compression";
    private static final String STATISTICS = "statistics";
    private static final Set<String> KNOWN = Set.of("comment", STORAGE, COMPRESSION, STATISTICS);

    private static final Set<String> EXTENDED =
            Set.of("text", "character varying", "character", "bytea", "json", "jsonb", "xml");
    private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

    private PostgresColumnOptions() {}

    /** Whether there are statements for all of a column. */
    static boolean isKnown(Column column) {
        return KNOWN.containsAll(column.options().keySet());
    }

    /** Whether there are statements that lead from one to the other. */
    static boolean isKnown(Column before, Column after) {
        Set<String> changed = new HashSet<>(before.options().keySet());
        changed.addAll(after.options().keySet());
        changed.removeIf(
                key -> Objects.equals(before.options().get(key), after.options().get(key)));
        return KNOWN.containsAll(changed)
                && (!changed.contains(STORAGE) || after.options().containsKey(STORAGE) || usual(after.type()) != null);
    }

    /** What a column that comes has apart from its type. */
    static List<String> added(String table, Column column) {
        List<String> statements = new ArrayList<>();
        set(statements, alter(table, column), STORAGE, column.options().get(STORAGE));
        set(statements, alter(table, column), STATISTICS, column.options().get(STATISTICS));
        return statements;
    }

    /**
     * What leads from one to the other.
     *
     * @param type whether the column has got another type, with that type's storage and compression
     */
    static List<String> changed(String table, Column before, Column after, boolean type) {
        Map<String, String> old = before.options();
        Map<String, String> now = after.options();
        String alter = alter(table, after);
        List<String> statements = new ArrayList<>();
        if (type || !Objects.equals(old.get(STORAGE), now.get(STORAGE))) {
            set(statements, alter, STORAGE, type ? now.get(STORAGE) : now.getOrDefault(STORAGE, usual(after.type())));
        }
        if (type || !Objects.equals(old.get(COMPRESSION), now.get(COMPRESSION))) {
            set(statements, alter, COMPRESSION, type ? now.get(COMPRESSION) : now.getOrDefault(COMPRESSION, "default"));
        }
        if (!Objects.equals(old.get(STATISTICS), now.get(STATISTICS))) {
            set(statements, alter, STATISTICS, now.getOrDefault(STATISTICS, "-1"));
        }
        return statements;
    }

    /** The storage of a type, where nobody says another; null where it is not known. */
    private static @Nullable String usual(ColumnType type) {
        return type.array() || EXTENDED.contains(type.name()) ? "extended" : MAIN.contains(type.name()) ? "main" : null;
    }

    private static void set(List<String> statements, String alter, String what, @Nullable String value) {
        if (value != null) {
            statements.add(alter + what.toUpperCase(Locale.ROOT) + " " + value);
        }
    }

    private static String alter(String table, Column column) {
        return "ALTER TABLE ONLY " + Quoting.DOUBLE_QUOTES.quote(table) + " ALTER COLUMN "
                + Quoting.DOUBLE_QUOTES.quote(column.name()) + " SET ";
    }
}
