package dev.dataflow.config;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.util.Locale;

/** The settings, by the environment variable that each has, with what they may be. */
enum Setting {
    URL("a URL"),
    USER("a name"),
    PASSWORD("a password"),
    POOL_SIZE("a whole number from 1 to 1000, or 0 for the database's default"),
    CONNECTION_TIMEOUT("a duration from 250ms to 10m, such as `5s`, `500ms` or `PT5S`"),
    AUTO_MIGRATE("`true` or `false`"),
    EXISTING_SCHEMA("`true` or `false`"),
    SCHEMA_LOCK_TIMEOUT("a duration from 0s to 24h, such as `30s` or `PT30S`"),
    SLOW_STATEMENT("a duration from 0s to 24h, such as `500ms` or `PT0.5S`"),
    STATEMENT_CACHE_SIZE("a whole number from 0 to 100000"),
    CURSOR_KEY("a random text of 32 characters or more"),
    TENANCY_STRATEGY("`column`, `schema` or `database`"),
    OPEN_TENANTS("a whole number from 1 to 1000"),
    REQUIRE_ROW_SECURITY("`true` or `false`"),
    ALLOW_ACROSS_TENANTS("`true` or `false`");

    static final String PREFIX = "DATAFLOW_";

    private final String allowed;

    Setting(String allowed) {
        this.allowed = allowed;
    }

    /** The environment variable. */
    String variable() {
        return PREFIX + name();
    }

    /** The name of the record's component. */
    String component() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return text.toString();
    }

    /** The error of a value that is not allowed, whether it came from the environment or from code. */
    DataFlowException invalid(Object value) {
        return new DataFlowException(new Problem(
                ErrorCode.SETTING_INVALID,
                "setting `" + component() + "` (" + variable() + ") cannot be `" + value + "`",
                "it must be " + allowed,
                "correct " + variable() + " or the value given in code"));
    }
}
