package dev.dataflow.config;

import org.jooq.SQLDialect;

/** The databases DataFlow runs on. */
public enum DatabaseEngine {
    /** PostgreSQL 12 and later. */
    POSTGRESQL("PostgreSQL", SQLDialect.POSTGRES, EngineFamily.POSTGRESQL),
    /** MySQL 8.0.19 and later. */
    MYSQL("MySQL", SQLDialect.MYSQL, EngineFamily.MYSQL),
    /** SQLite 3.35 and later. */
    SQLITE("SQLite", SQLDialect.SQLITE, EngineFamily.SQLITE),

    /** MariaDB 10.6 and later. */
    MARIADB("MariaDB", SQLDialect.MARIADB, EngineFamily.MYSQL);

    private final String label;
    private final SQLDialect dialect;
    private final EngineFamily family;

    DatabaseEngine(String label, SQLDialect dialect, EngineFamily family) {
        this.label = label;
        this.dialect = dialect;
        this.family = family;
    }

    /** The product's name as its makers write it. */
    public String label() {
        return label;
    }

    /** The databases whose SQL it shares. */
    public EngineFamily family() {
        return family;
    }

    /** The jOOQ dialect statements are rendered in. */
    public SQLDialect dialect() {
        return dialect;
    }

    /**
     * The engine of a jOOQ dialect.
     *
     * @param dialect any dialect of a supported family
     * @return the engine
     * @throws IllegalArgumentException for a dialect of another family
     */
    public static DatabaseEngine of(SQLDialect dialect) {
        for (DatabaseEngine engine : values()) {
            if (engine.dialect == dialect || engine.dialect == dialect.family()) {
                return engine;
            }
        }
        throw new IllegalArgumentException("DataFlow columns have no form in the jOOQ dialect " + dialect);
    }
}
