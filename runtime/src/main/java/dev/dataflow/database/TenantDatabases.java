package dev.dataflow.database;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.config.TenancyStrategy;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jooq.Table;

/** The databases of tenants, where each has a schema or a database of its own. Thread-safe. */
public final class TenantDatabases implements AutoCloseable {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 100;

    private final Database base;
    private final DataFlowConfig config;
    private final DatabaseUrl url;
    private final TenantPools pools;
    private final Preparation preparation;

    /** What is done with a tenant's database when it is used first. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Brings its schema to the models.
         *
         * @param database the database
         */
        void prepare(Database database);
    }

    /**
     * The databases beside an instance's own.
     *
     * @param base the instance's own
     * @param config the settings it was opened with
     * @param preparation what is done with each at first
     */
    public TenantDatabases(Database base, DataFlowConfig config, Preparation preparation) {
        this.base = base;
        this.config = config.withPoolSize(config.poolSize() == 0 ? 2 : config.poolSize());
        this.url = DatabaseUrl.parse(Objects.requireNonNull(config.url()));
        this.pools = new TenantPools(config.tenancy().openTenants(), config.connectionTimeout());
        this.preparation = preparation;
    }

    /**
     * Refuses what tenants' places cannot be derived from.
     *
     * @param url whether the instance was opened by a URL
     * @param tables the tables of tenants
     * @throws DataFlowException DF-511
     */
    public static void check(
            DataFlowConfig config, DatabaseEngine engine, boolean url, List<? extends Table<?>> tables) {
        if (!url) {
            throw TenantPlace.unsupported(
                    "connections are given, and none to other places can be derived from them",
                    "open the instance by a URL");
        }
        TenancyStrategy strategy = config.tenancy().tenancyStrategy();
        TenantPlace.check(DatabaseUrl.parse(Objects.requireNonNull(config.url())), strategy);
        boolean fixed = strategy == TenancyStrategy.SCHEMA || engine.family() == EngineFamily.MYSQL;
        for (Table<?> table : tables) {
            if (fixed && table.getSchema() != null) {
                throw TenantPlace.unsupported(
                        "the table `" + table.getName() + "` lies in a schema that its model names, for all tenants",
                        "leave the schema out of @Model, or use TenancyStrategy.COLUMN");
            }
        }
    }

    /**
     * The database of a tenant. It is opened when a connection is taken.
     *
     * @param tenant the tenant's id
     * @throws dev.dataflow.error.InvalidInputException DF-502 when its name would be too long
     */
    public Database of(String tenant) {
        TenantPlace place = TenantPlace.of(url, config.tenancy().tenancyStrategy(), tenant);
        FirstUse first = new FirstUse(place);
        return base.beside(new TenantConnections(pools, first::open));
    }

    /** For how many tenants connections are held. */
    public int open() {
        return pools.size();
    }

    /** For how many tenants connections are held at most. */
    public int most() {
        return pools.most();
    }

    @Override
    public void close() {
        pools.close();
    }

    /** Opens a place, and has it prepared the first time. */
    private final class FirstUse {

        private final TenantPlace place;
        private boolean prepared;

        FirstUse(TenantPlace place) {
            this.place = place;
        }

        /** One thread at a time. */
        PooledConnections open() throws SQLException {
            if (!prepared) {
                create(place);
            }
            EngineSetup setup = EngineSetup.of(url.engine());
            OpenFailure failure = new OpenFailure(url.engine(), place.url().place());
            PooledConnections pool;
            try {
                pool = PooledConnections.open(place.url(), setup, config, failure);
            } catch (SQLException e) {
                throw failure.of(e);
            }
            boolean usable = false;
            try {
                DatabaseOpening.inspectOwn(pool, url.engine(), failure);
                if (!prepared) {
                    preparation.prepare(base.beside(pool));
                    prepared = true;
                }
                usable = true;
                return pool;
            } finally {
                if (!usable) {
                    pool.close();
                }
            }
        }
    }

    private void create(TenantPlace place) throws SQLException {
        boolean may = config.autoMigrate() && !config.existingSchema();
        if (url.engine() == DatabaseEngine.SQLITE) {
            if (!may && !Files.exists(Path.of(place.path()))) {
                throw missing();
            }
            return;
        }
        Connection connection = base.acquire();
        try {
            for (int attempt = 1; !isThere(connection, place); attempt++) {
                if (!may) {
                    throw missing();
                }
                create(connection, place, attempt);
            }
        } catch (SQLException e) {
            throw base.dialect().translate(e, new ErrorContext("creation of a place for a tenant", null));
        } finally {
            base.release(connection);
        }
    }

    private boolean isThere(Connection connection, TenantPlace place) throws SQLException {
        String sql = url.engine() != DatabaseEngine.POSTGRESQL || place.schema()
                ? "select 1 from information_schema.schemata where schema_name = ?"
                : "select 1 from pg_catalog.pg_database where datname = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, place.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Others may be at it; then it is there, or can be tried again, a moment later. */
    private void create(Connection connection, TenantPlace place, int attempt) throws SQLException {
        String what = place.schema() ? "schema " : "database ";
        String quote = url.engine() == DatabaseEngine.POSTGRESQL ? "\"" : "`";
        try (Statement statement = connection.createStatement()) {
            statement.execute("create " + what + quote + place.name() + quote);
        } catch (SQLException e) {
            if (attempt == ATTEMPTS || "42501".equals(e.getSQLState()) || "42000".equals(e.getSQLState())) {
                throw e;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw e;
            }
        }
    }

    private static DataFlowException missing() {
        return new DataFlowException(new Problem(
                ErrorCode.TENANT_PLACE_MISSING,
                "there is no schema or database for this tenant",
                "it may not be created here: autoMigrate is off, or the schema is somebody else's",
                "create it where tenants are administered, or check the tenant's id"));
    }
}
