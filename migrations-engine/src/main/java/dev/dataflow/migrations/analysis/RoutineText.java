package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.Routine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A routine's statement in two parts.
 *
 * @param head its name, parameters and result
 * @param body what it does
 * @param isRead whether the database has read the body when the routine was made, and knows what it depends on
 */
record RoutineText(String head, String body, boolean isRead) {

    /** How PostgreSQL opens a body that it keeps as a text. */
    private static final Pattern TEXT = Pattern.compile("(?m)^\\s*AS (\\$\\w*\\$|')");

    static RoutineText of(DatabaseEngine engine, Routine routine) {
        String definition = routine.definition();
        if (engine != DatabaseEngine.POSTGRESQL) {
            return new RoutineText("", definition, false);
        }
        Matcher text = TEXT.matcher(definition);
        if (text.find()) {
            return new RoutineText(definition.substring(0, text.start()), definition.substring(text.start()), false);
        }
        int begin = definition.toUpperCase(Locale.ROOT).indexOf("BEGIN ATOMIC");
        boolean read = begin >= 0 || routine.kind() != Routine.Kind.AGGREGATE;
        int at = begin >= 0 ? begin : definition.length();
        return new RoutineText(definition.substring(0, at), definition.substring(at), read);
    }
}
