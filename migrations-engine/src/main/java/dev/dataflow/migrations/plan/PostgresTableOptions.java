package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.RowSecurityState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of a table of PostgreSQL can become another: comment, storage parameters, replica identity, row security and whether it is logged. */
final class PostgresTableOptions {

    private static final String WITH = "with";
    private static final String IDENTITY = "replica identity";
    private static final String PERSISTENCE = "persistence";
    private static final String INDEX = "index ";

    private PostgresTableOptions() {}

    /** Whether there are statements. An index that identifies rows comes and goes with plans of its own. */
    static boolean isKnown(TableChange.AlterOptions change) {
        Map<String, String> before = change.before().options();
        Map<String, String> after = change.after().options();
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return Set.of("comment", WITH, IDENTITY, PERSISTENCE, RowSecurityState.OPTION)
                        .containsAll(changed)
                && !(changed.contains(PERSISTENCE) && change.after().partitioning() != null)
                && (!changed.contains(IDENTITY)
                        || !before.getOrDefault(IDENTITY, "").startsWith(INDEX)
                                && !after.getOrDefault(IDENTITY, "").startsWith(INDEX));
    }

    /** Whether it begins to be logged, or is no longer. */
    static boolean isLogging(TableChange.AlterOptions change) {
        return !Objects.equals(
                change.before().options().get(PERSISTENCE),
                change.after().options().get(PERSISTENCE));
    }

    static List<String> statements(TableChange.AlterOptions change) {
        String alter = "ALTER TABLE " + Quoting.DOUBLE_QUOTES.quote(change.table()) + " ";
        Map<String, String> before = change.before().options();
        Map<String, String> after = change.after().options();
        List<String> statements = new ArrayList<>();
        if (isLogging(change)) {
            statements.add(alter + (after.containsKey(PERSISTENCE) ? "SET UNLOGGED" : "SET LOGGED"));
        }
        Map<String, String> old = parameters(before);
        Map<String, String> now = parameters(after);
        List<String> reset =
                old.keySet().stream().filter(key -> !now.containsKey(key)).toList();
        if (!reset.isEmpty()) {
            statements.add(alter + "RESET (" + String.join(", ", reset) + ")");
        }
        List<String> set = now.entrySet().stream()
                .filter(each -> !each.getValue().equals(old.get(each.getKey())))
                .map(each -> each.getKey() + " = " + each.getValue())
                .toList();
        if (!set.isEmpty()) {
            statements.add(alter + "SET (" + String.join(", ", set) + ")");
        }
        if (!Objects.equals(before.get(IDENTITY), after.get(IDENTITY))) {
            statements.add(alter + "REPLICA IDENTITY " + after.getOrDefault(IDENTITY, "DEFAULT"));
        }
        statements.addAll(security(alter, RowSecurityState.of(before), RowSecurityState.of(after)));
        if (!Objects.equals(before.get("comment"), after.get("comment"))) {
            statements.add(PostgresColumns.comment("TABLE " + Quoting.DOUBLE_QUOTES.quote(change.table()), after));
        }
        return statements;
    }

    private static List<String> security(String alter, RowSecurityState before, RowSecurityState after) {
        List<String> statements = new ArrayList<>();
        if (before.enabled() != after.enabled()) {
            statements.add(alter + (after.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
        }
        if (before.forced() != after.forced()) {
            statements.add(alter + (after.forced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
        }
        return statements;
    }

    /** As the catalog keeps them: {@code fillfactor=70, autovacuum_enabled=off}. */
    private static Map<String, String> parameters(Map<String, String> options) {
        Map<String, String> parameters = new TreeMap<>();
        for (String each : options.getOrDefault(WITH, "").split(", ")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                parameters.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        return parameters;
    }
}
