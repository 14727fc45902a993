package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Rule;
import dev.dataflow.migrations.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How PostgreSQL writes the triggers and rules of a table or view. */
final class PostgresTriggers {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private PostgresTriggers() {}

    static List<String> statements(String quoted, List<Trigger> triggers, List<Rule> rules) {
        List<String> statements = new ArrayList<>();
        for (Rule rule : rules) {
            statements.add(rule.definition());
            enabled(statements, quoted, "RULE " + QUOTING.quote(rule.name()), rule.options());
        }
        for (Trigger trigger : triggers) {
            statements.add(trigger.definition());
            enabled(statements, quoted, "TRIGGER " + QUOTING.quote(trigger.name()), trigger.options());
            PostgresTableText.comment(
                    statements, "TRIGGER " + QUOTING.quote(trigger.name()) + " ON " + quoted, trigger.options());
        }
        return statements;
    }

    private static void enabled(List<String> statements, String quoted, String object, Map<String, String> options) {
        String enabled = options.get("enabled");
        if (enabled != null) {
            String word = enabled.equals("disabled") ? "DISABLE" : "ENABLE " + enabled.toUpperCase(Locale.ROOT);
            statements.add("ALTER TABLE " + quoted + " " + word + " " + object);
        }
    }
}
