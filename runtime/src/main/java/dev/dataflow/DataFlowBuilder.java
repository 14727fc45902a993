package dev.dataflow;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.Secret;
import dev.dataflow.config.TenancyStrategy;
import dev.dataflow.database.Database;
import dev.dataflow.database.TenantDatabases;
import dev.dataflow.discovery.ModelDiscovery;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.node.ModelModule;
import dev.dataflow.node.ModelModules;
import dev.dataflow.node.NodeRegistry;
import dev.dataflow.statement.RenderingStart;
import dev.dataflow.transaction.StatementListener;
import dev.dataflow.transaction.TransactionListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Says how a database is opened. What is not said comes from the environment, then from the defaults. Not thread-safe. */
public final class DataFlowBuilder {

    private DataFlowConfig config;
    private @Nullable DataSource dataSource;
    private @Nullable ConnectionProvider connectionProvider;
    private @Nullable List<Class<?>> models;
    private @Nullable ClassLoader classLoader;
    private final List<StatementListener> listeners = new ArrayList<>();
    private final List<TransactionListener> transactionListeners = new ArrayList<>();

    DataFlowBuilder(DataFlowConfig config) {
        this.config = config;
    }

    /** Opens this URL, with a pool of its own. */
    public DataFlowBuilder url(String url) {
        config = config.withUrl(url);
        return this;
    }

    /** Connects as this user. */
    public DataFlowBuilder user(String user) {
        config = config.withUser(user);
        return this;
    }

    /** Connects with this password. */
    public DataFlowBuilder password(String password) {
        config = config.withPassword(new Secret(password));
        return this;
    }

    /** Uses a pool that is there already, and leaves it open. */
    public DataFlowBuilder dataSource(DataSource pool) {
        dataSource = pool;
        return this;
    }

    /**
     * Uses connections that somebody else manages, such as a framework with transactions of its own: where one is running,
     * nodes join it, and never commit it.
     */
    public DataFlowBuilder connectionProvider(ConnectionProvider provider) {
        connectionProvider = provider;
        return this;
    }

    /** Knows these models only; otherwise all generated ones of the class path. */
    public DataFlowBuilder models(Class<?>... types) {
        models = List.of(types);
        return this;
    }

    /** Finds generated models, and the migrations engine, through this class loader; otherwise the thread's. */
    public DataFlowBuilder classLoader(ClassLoader loader) {
        classLoader = loader;
        return this;
    }

    /**
     * Whether missing tables are created at open, and what is missing in others added where that is of low risk; true by
     * default. Otherwise the schema is only checked.
     */
    public DataFlowBuilder autoMigrate(boolean enabled) {
        config = config.withAutoMigrate(enabled);
        return this;
    }

    /** Whether the schema is somebody else's: never changed, only checked; false by default. */
    public DataFlowBuilder existingSchema(boolean existing) {
        config = config.withExistingSchema(existing);
        return this;
    }

    /** The most connections of the pool; 0 for the database's default. */
    public DataFlowBuilder poolSize(int connections) {
        config = config.withPoolSize(connections);
        return this;
    }

    /** How long a call waits for a connection. */
    public DataFlowBuilder connectionTimeout(Duration timeout) {
        config = config.withConnectionTimeout(timeout);
        return this;
    }

    /** How long to wait at open for another process that changes the schema. */
    public DataFlowBuilder schemaLockTimeout(Duration timeout) {
        config = config.withSchemaLockTimeout(timeout);
        return this;
    }

    /** How long a statement may take before it is logged as slow; zero for never. */
    public DataFlowBuilder slowStatement(Duration threshold) {
        config = config.withSlowStatement(threshold);
        return this;
    }

    /** The most rendered statements kept. */
    public DataFlowBuilder statementCacheSize(int statements) {
        config = config.withStatementCacheSize(statements);
        return this;
    }

    /**
     * Encrypts the cursors of pages with this key, a random text of 32 characters or more, so that cursors hold in other
     * instances with the same key. Otherwise each instance makes one up.
     */
    public DataFlowBuilder cursorKey(String key) {
        config = config.withCursorKey(new Secret(key));
        return this;
    }

    /**
     * Where the rows of tenants lie: in tables of all, by default, or in a schema or a database for each tenant. Those are named
     * after the instance's own, opened when a tenant is used first, and created then where {@code autoMigrate} allows it.
     */
    public DataFlowBuilder tenancyStrategy(TenancyStrategy strategy) {
        config = config.withTenancy(config.tenancy().withTenancyStrategy(strategy));
        return this;
    }

    /**
     * For how many tenants connections are held at once, where each has a schema or a database; 20 by default. Those of the
     * tenant that was used least lately are closed for another's, when none is in use.
     */
    public DataFlowBuilder openTenants(int tenants) {
        config = config.withTenancy(config.tenancy().withOpenTenants(tenants));
        return this;
    }

    /**
     * Whether PostgreSQL's row security confines each statement to its tenant, plain SQL too; false by default. Tables of tenants
     * are then made with policies, and the user must be one that they bind.
     */
    public DataFlowBuilder requireRowSecurity(boolean required) {
        config = config.withTenancy(config.tenancy().withRequireRowSecurity(required));
        return this;
    }

    /** Whether {@code acrossTenants} may be used, which reads the rows of all tenants; false by default. */
    public DataFlowBuilder allowAcrossTenants(boolean allowed) {
        config = config.withTenancy(config.tenancy().withAllowAcrossTenants(allowed));
        return this;
    }

    /** The clock that stamps rows. */
    public DataFlowBuilder clock(Clock clock) {
        config = config.withClock(clock);
        return this;
    }

    /** Tells a listener of each statement nodes run. May be called several times. */
    public DataFlowBuilder statementListener(StatementListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Tells a listener of transactions that are run again, and of failures after commits. May be called several times. */
    public DataFlowBuilder transactionListener(TransactionListener listener) {
        transactionListeners.add(listener);
        return this;
    }

    /**
     * Opens the database and brings its schema to the models.
     *
     * @return the instance
     * @throws DataFlowException DF-0xx when the database cannot be used, DF-3xx when its schema cannot; nothing stays open
     */
    public DataFlow build() {
        RenderingStart.begin();
        try {
            return open();
        } finally {
            // after a failure too, so that nobody meets it in the middle of jOOQ's classes
            RenderingStart.finish();
        }
    }

    private DataFlow open() {
        ClassLoader loader = loader();
        NodeRegistry registry = registry(loader);
        Database database = database();
        try {
            TenantSessions places = places(database, registry, loader);
            prepare(database, registry, loader);
            RenderingStart.finish();
            return new DataFlow(database, places, registry, config, listeners, transactionListeners);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** Brings a database to the models, the instance's own or a tenant's. */
    private void prepare(Database database, NodeRegistry registry, ClassLoader loader) {
        RowSecurityAtOpen security =
                new RowSecurityAtOpen(database, registry, config.tenancy().allowAcrossTenants());
        if (config.tenancy().requireRowSecurity()) {
            security.checkUser();
        }
        new SchemaAtOpen(database, config, loader).run(registry.models());
        if (config.tenancy().requireRowSecurity()) {
            security.checkTables();
        }
    }

    private @Nullable TenantSessions places(Database database, NodeRegistry registry, ClassLoader loader) {
        if (config.tenancy().tenancyStrategy() == TenancyStrategy.COLUMN) {
            return null;
        }
        TenantDatabases.check(
                config, database.engine(), dataSource == null && connectionProvider == null, registry.tenantTables());
        DataFlowBuilder settings =
                new DataFlowBuilder(config); // what is said to this builder later is of another instance
        return new TenantSessions(
                new TenantDatabases(database, config, tenants -> settings.prepare(tenants, registry, loader)));
    }

    private Database database() {
        if (dataSource != null && connectionProvider != null) {
            throw new DataFlowException(new Problem(
                    ErrorCode.SETTING_INVALID,
                    "both a data source and a connection provider are given",
                    "only one of them can be where connections come from",
                    "leave one of them out"));
        }
        if (dataSource != null) {
            return Database.over(dataSource, config);
        }
        return connectionProvider == null ? Database.open(config) : Database.over(connectionProvider, config);
    }

    private NodeRegistry registry(ClassLoader loader) {
        List<ModelModule> modules = ModelModules.find(loader);
        ModelDiscovery discovery = new ModelDiscovery(loader);
        return models == null ? NodeRegistry.of(modules, discovery) : NodeRegistry.ofChosen(modules, models, discovery);
    }

    private ClassLoader loader() {
        if (classLoader != null) {
            return classLoader;
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? DataFlow.class.getClassLoader() : context;
    }
}
