package dev.dataflow.config;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an instance can be told. Immutable; every value is checked when it is set. The defaults stand in {@link #from}
 * and nowhere else. Each setting but the clock has an environment variable: {@code DATAFLOW_} and the name in capitals,
 * such as {@code DATAFLOW_POOL_SIZE}. What is set in code wins over the environment, which wins over the default.
 *
 * @param url the database, as {@code DatabaseUrl} reads it; null when the connections are given
 * @param user the user; one in the URL wins
 * @param password the password; one in the URL wins
 * @param poolSize the most connections; 0 for the database's default: 10, on a SQLite file 4, in memory always 1
 * @param connectionTimeout how long to wait for a connection, and for the database to answer at open
 * @param autoMigrate whether missing tables are created at open, and what is missing in others added
 * @param existingSchema whether the schema belongs to somebody else, so that it is never changed
 * @param schemaLockTimeout how long to wait at open for another process that changes the schema
 * @param slowStatement statements that take longer are logged; zero for none
 * @param statementCacheSize how many rendered statements are kept; 0 for none
 * @param cursorKey what cursors of pages are encrypted with, 32 characters or more; null for a random key of the instance
 * @param tenancy what holds for rows that belong to tenants
 * @param clock where {@code created_at} and {@code updated_at} come from
 */
public record DataFlowConfig(
        @Nullable String url,
        @Nullable String user,
        @Nullable Secret password,
        int poolSize,
        Duration connectionTimeout,
        boolean autoMigrate,
        boolean existingSchema,
        Duration schemaLockTimeout,
        Duration slowStatement,
        int statementCacheSize,
        @Nullable Secret cursorKey,
        TenancyConfig tenancy,
        Clock clock) {

    private static final int SHORTEST_KEY = 32;
    private static final Duration DAY = Duration.ofDays(1);

    /** Checks the values; a bad one is DF-015. */
    public DataFlowConfig {
        within(Setting.POOL_SIZE, poolSize, 0, 1000);
        within(Setting.CONNECTION_TIMEOUT, connectionTimeout, Duration.ofMillis(250), Duration.ofMinutes(10));
        within(Setting.SCHEMA_LOCK_TIMEOUT, schemaLockTimeout, Duration.ZERO, DAY);
        within(Setting.SLOW_STATEMENT, slowStatement, Duration.ZERO, DAY);
        within(Setting.STATEMENT_CACHE_SIZE, statementCacheSize, 0, 100_000);
        if (cursorKey != null && cursorKey.value().length() < SHORTEST_KEY) {
            throw Setting.CURSOR_KEY.invalid(cursorKey);
        }
        Objects.requireNonNull(tenancy, "tenancy");
        Objects.requireNonNull(clock, "clock");
    }

    /**
     * The defaults, overridden by environment variables. The URL is {@code DATAFLOW_URL}, else {@code DATABASE_URL},
     * else the SQLite file {@code ./dataflow.db}.
     *
     * @param environment usually {@link System#getenv()}
     * @return the settings
     */
    public static DataFlowConfig from(Map<String, String> environment) {
        EnvironmentSettings given = new EnvironmentSettings(environment);
        given.warnOfUnknown();
        String password = given.text(Setting.PASSWORD);
        String cursorKey = given.text(Setting.CURSOR_KEY);
        return new DataFlowConfig(
                firstOf(given.text(Setting.URL), given.variable("DATABASE_URL"), "jdbc:sqlite:./dataflow.db"),
                given.text(Setting.USER),
                password == null ? null : new Secret(password),
                given.number(Setting.POOL_SIZE, 0),
                given.duration(Setting.CONNECTION_TIMEOUT, Duration.ofSeconds(10)),
                given.flag(Setting.AUTO_MIGRATE, true),
                given.flag(Setting.EXISTING_SCHEMA, false),
                given.duration(Setting.SCHEMA_LOCK_TIMEOUT, Duration.ofSeconds(60)),
                given.duration(Setting.SLOW_STATEMENT, Duration.ofSeconds(1)),
                given.number(Setting.STATEMENT_CACHE_SIZE, 1000),
                cursorKey == null ? null : new Secret(cursorKey),
                TenancyConfig.from(given),
                Clock.systemUTC());
    }

    /** The same settings with another URL. */
    public DataFlowConfig withUrl(@Nullable String value) {
        return copy(value, user, password, poolSize, connectionTimeout, autoMigrate, existingSchema);
    }

    /** The same settings with another user. */
    public DataFlowConfig withUser(@Nullable String value) {
        return copy(url, value, password, poolSize, connectionTimeout, autoMigrate, existingSchema);
    }

    /** The same settings with another password. */
    public DataFlowConfig withPassword(@Nullable Secret value) {
        return copy(url, user, value, poolSize, connectionTimeout, autoMigrate, existingSchema);
    }

    /** The same settings with another number of connections. */
    public DataFlowConfig withPoolSize(int value) {
        return copy(url, user, password, value, connectionTimeout, autoMigrate, existingSchema);
    }

    /** The same settings with another wait for connections. */
    public DataFlowConfig withConnectionTimeout(Duration value) {
        return copy(url, user, password, poolSize, value, autoMigrate, existingSchema);
    }

    /** The same settings, creating missing tables or not. */
    public DataFlowConfig withAutoMigrate(boolean value) {
        return copy(url, user, password, poolSize, connectionTimeout, value, existingSchema);
    }

    /** The same settings, for a schema that belongs to somebody else or not. */
    public DataFlowConfig withExistingSchema(boolean value) {
        return copy(url, user, password, poolSize, connectionTimeout, autoMigrate, value);
    }

    /** The same settings with another wait for the schema lock. */
    public DataFlowConfig withSchemaLockTimeout(Duration value) {
        return copy(value, slowStatement, statementCacheSize, cursorKey, tenancy, clock);
    }

    /** The same settings with another limit for slow statements. */
    public DataFlowConfig withSlowStatement(Duration value) {
        return copy(schemaLockTimeout, value, statementCacheSize, cursorKey, tenancy, clock);
    }

    /** The same settings with another size of the statement cache. */
    public DataFlowConfig withStatementCacheSize(int value) {
        return copy(schemaLockTimeout, slowStatement, value, cursorKey, tenancy, clock);
    }

    /** The same settings with another key for cursors. */
    public DataFlowConfig withCursorKey(@Nullable Secret value) {
        return copy(schemaLockTimeout, slowStatement, statementCacheSize, value, tenancy, clock);
    }

    /** The same settings with another clock. */
    public DataFlowConfig withClock(Clock value) {
        return copy(schemaLockTimeout, slowStatement, statementCacheSize, cursorKey, tenancy, value);
    }

    /** The same settings with others for rows that belong to tenants. */
    public DataFlowConfig withTenancy(TenancyConfig value) {
        return copy(schemaLockTimeout, slowStatement, statementCacheSize, cursorKey, value, clock);
    }

    /** All settings; passwords are masked, in the URL too. */
    @Override
    public String toString() {
        return "DataFlowConfig[url=" + (url == null ? "null" : Secret.mask(url)) + ", user=" + user + ", password="
                + password + ", poolSize=" + poolSize + ", connectionTimeout=" + connectionTimeout + ", autoMigrate="
                + autoMigrate + ", existingSchema=" + existingSchema + ", schemaLockTimeout=" + schemaLockTimeout
                + ", slowStatement=" + slowStatement + ", statementCacheSize=" + statementCacheSize + ", cursorKey="
                + cursorKey + ", " + tenancy + ", clock=" + clock
                + "]";
    }

    private DataFlowConfig copy(
            @Nullable String url,
            @Nullable String user,
            @Nullable Secret password,
            int poolSize,
            Duration connectionTimeout,
            boolean autoMigrate,
            boolean existingSchema) {
        return new DataFlowConfig(
                url,
                user,
                password,
                poolSize,
                connectionTimeout,
                autoMigrate,
                existingSchema,
                schemaLockTimeout,
                slowStatement,
                statementCacheSize,
                cursorKey,
                tenancy,
                clock);
    }

    private DataFlowConfig copy(
            Duration schemaLock,
            Duration slow,
            int statements,
            @Nullable Secret cursors,
            TenancyConfig tenants,
            Clock time) {
        return new DataFlowConfig(
                url,
                user,
                password,
                poolSize,
                connectionTimeout,
                autoMigrate,
                existingSchema,
                schemaLock,
                slow,
                statements,
                cursors,
                tenants,
                time);
    }

    private static String firstOf(@Nullable String first, @Nullable String second, String last) {
        return first != null ? first : second != null ? second : last;
    }

    private static <T extends Comparable<T>> void within(Setting setting, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw setting.invalid(value);
        }
    }
}
