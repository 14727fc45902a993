package dev.dataflow.config;

import org.jooq.SQLDialect;

/** The databases DataFlow runs on. */
public enum DatabaseEngine {
    /** PostgreSQL 12 and later. */
    POSTGRESQL("PostgreSQL", SQLDialect.POSTGRES),
    /** MySQL 8.0.19 and later. */
    MYSQL("MySQL", SQLDialect.MYSQL),
    /** SQLite 3.35 and later. */
    SQLITE("SQLite", SQLDialect.SQLITE);

    private final String label;
    private final SQLDialect dialect;

    DatabaseEngine(String label, SQLDialect dialect) {
        this.label = label;
        this.dialect = dialect;
    }

    /** The product's name as its makers write it. */
    public String label() {
        return label;
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
