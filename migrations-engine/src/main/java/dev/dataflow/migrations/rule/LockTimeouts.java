package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether statements of a text give up when they wait long for a lock, by the settings before them. What is no number above
 * zero is no limit. Not thread-safe.
 */
final class LockTimeouts {

    private static final String SCOPE = "(session|local|global|persist_only|persist)";
    private static final Pattern SETTING = Pattern.compile("(?is)(?:\\b" + SCOPE + "\\s+|@@(?:" + SCOPE
            + "\\s*\\.\\s*)?)?\\b(lock_timeout|lock_wait_timeout|busy_timeout)\\b\\s*(?::?=|\\bto\\b|\\()\\s*"
            + "('[^']*'|[^\\s,;)]+)");
    private static final Pattern LIMIT = Pattern.compile("(?i)'?\\s*(?=.*[1-9])\\d+(\\.\\d+)?\\s*[a-z]*\\s*'?");
    private static final Pattern RESET =
            Pattern.compile("(?is)(reset\\s+(all|lock_timeout)|discard\\s+all|\\\\c)\\b.*");
    private static final Pattern ONE_STATEMENT = Pattern.compile("(?is)set\\s+statement\\b.*?\\bfor\\b");
    private static final Pattern BEGIN = Pattern.compile("(?is)(begin|start\\s+transaction)\\b.*");
    private static final Pattern UNDOING = Pattern.compile("(?is)(rollback|abort)\\b.*");
    private static final Pattern END = Pattern.compile("(?is)(commit|end|rollback|abort)\\b.*");

    private final EngineFamily family;
    private boolean session;
    private boolean atBegin;
    private @Nullable Boolean local;

    LockTimeouts(DatabaseEngine engine) {
        family = engine.family();
    }

    /**
     * Whether the next statement gives up.
     *
     * @param sql its text
     * @param inTransaction whether it runs in a transaction of the text
     */
    boolean next(String sql, boolean inTransaction) {
        Matcher one = ONE_STATEMENT.matcher(sql);
        if (family == EngineFamily.MYSQL && one.lookingAt()) {
            Boolean own = limit(one.group());
            return own == null ? session : own;
        }
        if (family == EngineFamily.POSTGRESQL) {
            transaction(sql);
        }
        String begin = sql.substring(0, Math.min(6, sql.length())).toLowerCase(Locale.ROOT);
        if (begin.startsWith("set") || begin.startsWith("pragma")) {
            set(sql, inTransaction);
        } else if (RESET.matcher(sql).matches()) {
            session = false;
            local = null;
        }
        return local == null ? session : local;
    }

    /** What is set for a transaction ends with it, and what is taken back was never set. */
    private void transaction(String sql) {
        if (BEGIN.matcher(sql).matches()) {
            atBegin = session;
        } else if (END.matcher(sql).matches()) {
            local = null;
            session = UNDOING.matcher(sql).matches() ? session && atBegin : session;
        }
    }

    private void set(String sql, boolean inTransaction) {
        Boolean limit = limit(sql);
        if (limit == null) {
            return;
        }
        boolean forTransaction = family == EngineFamily.POSTGRESQL && sql.matches("(?is)set\\s+local\\b.*");
        if (!forTransaction) {
            session = limit;
            local = null;
        } else if (inTransaction) {
            local = limit;
        }
    }

    /** Whether there is a limit from here on; null where the text says nothing of the session's. */
    private @Nullable Boolean limit(String sql) {
        String name = switch (family) {
            case POSTGRESQL -> "lock_timeout";
            case MYSQL -> "lock_wait_timeout";
            case SQLITE -> "busy_timeout";
        };
        Boolean limit = null;
        Matcher setting = SETTING.matcher(sql);
        while (setting.find()) {
            String scope = setting.group(1) == null ? String.valueOf(setting.group(2)) : setting.group(1);
            boolean elsewhere = scope.matches("(?i)global|persist|persist_only");
            if (!elsewhere && setting.group(3).equalsIgnoreCase(name)) {
                limit = LIMIT.matcher(setting.group(4)).matches();
            }
        }
        return limit;
    }
}
