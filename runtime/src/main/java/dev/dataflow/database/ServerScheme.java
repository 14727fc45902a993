package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.util.Locale;

/** How URLs of database servers start. */
enum ServerScheme {
    JDBC_POSTGRESQL("jdbc:postgresql://", DatabaseEngine.POSTGRESQL),
    JDBC_MYSQL("jdbc:mysql://", DatabaseEngine.MYSQL),
    JDBC_MARIADB("jdbc:mariadb://", DatabaseEngine.MARIADB),
    POSTGRESQL("postgresql://", DatabaseEngine.POSTGRESQL),
    POSTGRES("postgres://", DatabaseEngine.POSTGRESQL),
    MYSQL("mysql://", DatabaseEngine.MYSQL),
    MARIADB("mariadb://", DatabaseEngine.MARIADB);

    private final String prefix;
    private final DatabaseEngine engine;

    ServerScheme(String prefix, DatabaseEngine engine) {
        this.prefix = prefix;
        this.engine = engine;
    }

    String prefix() {
        return prefix;
    }

    DatabaseEngine engine() {
        return engine;
    }

    /** How the driver's own URLs start. */
    String jdbcPrefix() {
        return isNative() ? "jdbc:" + engine.name().toLowerCase(Locale.ROOT) + "://" : prefix;
    }

    /** Whether parameters have the names of the database's own tools, not of the driver. */
    boolean isNative() {
        return !prefix.startsWith("jdbc:");
    }
}
