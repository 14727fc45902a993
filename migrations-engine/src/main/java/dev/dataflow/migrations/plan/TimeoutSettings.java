package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a database is told timeouts. The connection has its own again afterwards; SQLite's cannot be kept in between. */
final class TimeoutSettings {

    /** What MySQL and MariaDB take for as long as it takes. */
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    /**
     * What the texts of plans are written for: a backslash escapes, NULL and values that do not fit are refused, and rows keep
     * what they have, be it a key or a date of zero.
     */
    private static final String SQL_MODE = "'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION'";

    private final DatabaseEngine engine;
    private final Timeouts timeouts;

    TimeoutSettings(DatabaseEngine engine, Timeouts timeouts) {
        this.engine = engine;
        this.timeouts = timeouts;
    }

    /** For PostgreSQL's transaction that has begun. */
    List<String> local() {
        return List.of(
                "SET LOCAL lock_timeout = " + milliseconds(timeouts.lock()),
                "SET LOCAL statement_timeout = " + milliseconds(timeouts.statement()));
    }

    /** For the connection. */
    List<String> session() {
        return switch (engine) {
            case POSTGRESQL ->
                List.of(
                        "SELECT set_config('dataflow.lock_timeout', current_setting('lock_timeout'), false),"
                                + " set_config('dataflow.statement_timeout', current_setting('statement_timeout'), false)",
                        "SET lock_timeout = " + milliseconds(timeouts.lock()),
                        "SET statement_timeout = " + milliseconds(timeouts.statement()));
            case MYSQL, MARIADB ->
                List.of(
                        "SET @dataflow_plan_sql_mode = @@sql_mode, @dataflow_plan_lock_wait = @@lock_wait_timeout,"
                                + " @dataflow_plan_row_lock_wait = @@innodb_lock_wait_timeout"
                                + (isMariaDb()
                                        ? ", @dataflow_plan_statement = @@max_statement_time,"
                                                + " @dataflow_plan_history = @@system_versioning_alter_history"
                                        : ""),
                        "SET SESSION sql_mode = " + SQL_MODE + ", lock_wait_timeout = " + seconds()
                                + ", innodb_lock_wait_timeout = " + seconds()
                                + (isMariaDb()
                                        ? ", max_statement_time = " + statementSeconds()
                                                + ", system_versioning_alter_history = KEEP"
                                        : ""));
            case SQLITE ->
                List.of("PRAGMA busy_timeout = "
                        + (timeouts.lock().isZero() ? Integer.MAX_VALUE : milliseconds(timeouts.lock())));
        };
    }

    /** Puts the connection's own back. */
    List<String> restored() {
        return switch (engine) {
            case POSTGRESQL ->
                List.of("SELECT set_config('lock_timeout', current_setting('dataflow.lock_timeout'), false),"
                        + " set_config('statement_timeout', current_setting('dataflow.statement_timeout'), false)");
            case MYSQL, MARIADB ->
                List.of("SET SESSION sql_mode = @dataflow_plan_sql_mode, lock_wait_timeout = @dataflow_plan_lock_wait,"
                        + " innodb_lock_wait_timeout = @dataflow_plan_row_lock_wait"
                        + (isMariaDb()
                                ? ", max_statement_time = @dataflow_plan_statement,"
                                        + " system_versioning_alter_history = @dataflow_plan_history"
                                : ""));
            case SQLITE -> List.of();
        };
    }

    private boolean isMariaDb() {
        return engine == DatabaseEngine.MARIADB;
    }

    private static long milliseconds(@Nullable Duration duration) {
        return duration == null || duration.isZero() ? 0 : Math.max(1, duration.toMillis());
    }

    /** Whole ones, and never none, which would be none at all on one and no wait on the other. */
    private long seconds() {
        return timeouts.lock().isZero()
                ? YEAR
                : Math.min(YEAR, Math.max(1, timeouts.lock().plusMillis(999).toSeconds()));
    }

    private String statementSeconds() {
        Duration statement = timeouts.statement();
        return statement == null ? "0" : Math.max(1, statement.plusMillis(999).toSeconds()) + "";
    }
}
