package dev.dataflow.database;

import com.zaxxer.hikari.HikariConfig;
import dev.dataflow.config.DataFlowConfig;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** SQLite's driver settings. WAL is a property of the file and set once, by {@link SqliteInspection}. */
final class SqliteSetup implements EngineSetup {

    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    @Override
    public String driver() {
        return "org.sqlite.JDBC";
    }

    @Override
    public String coordinates() {
        return "org.xerial:sqlite-jdbc";
    }

    @Override
    public void refuseUnsafe(DatabaseUrl url) {
        String foreignKeys = url.parameters().get("foreign_keys");
        if (foreignKeys != null && OFF.contains(foreignKeys.toLowerCase(Locale.ROOT))) {
            throw UnsafeSetting.of(
                    "foreign_keys=" + foreignKeys,
                    "references to rows that do not exist would be accepted",
                    "take `foreign_keys` out of the URL");
        }
        String journal = url.parameters().get("journal_mode");
        if ("off".equalsIgnoreCase(journal)) {
            throw UnsafeSetting.of(
                    "journal_mode=" + journal,
                    "a transaction could not be rolled back",
                    "take `journal_mode` out of the URL; WAL is the default");
        }
    }

    @Override
    public Properties properties(DatabaseUrl url, DataFlowConfig config) {
        Properties properties = new Properties();
        UrlParameters given = url.parameters();
        long wait = Math.max(10_000, config.connectionTimeout().toMillis());
        EngineSetup.unlessGiven(properties, given, "foreign_keys", "true");
        EngineSetup.unlessGiven(properties, given, "busy_timeout", Long.toString(wait));
        EngineSetup.unlessGiven(properties, given, "synchronous", "NORMAL");
        // LIKE tells case apart on the other databases
        EngineSetup.unlessGiven(properties, given, "case_sensitive_like", "true");
        return properties;
    }

    /** To read and write, but not to create. */
    @Override
    public void onlyExisting(Properties properties) {
        properties.putIfAbsent("open_mode", "2");
    }

    @Override
    public void size(HikariConfig pool, DatabaseUrl url, DataFlowConfig config) {
        if (url.inMemory()) {
            // the database dies with its connection, so that is one and never leaves the pool
            pool.setMaximumPoolSize(1);
            pool.setMinimumIdle(1);
            pool.setMaxLifetime(0);
            pool.setIdleTimeout(0);
            pool.setKeepaliveTime(0);
            pool.setExceptionOverride(new KeepAfter(SQLException.class));
            return;
        }
        pool.setMaximumPoolSize(config.poolSize() == 0 ? 4 : config.poolSize());
        pool.setMinimumIdle(1);
    }
}
