package dev.dataflow;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.database.Database;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelTable;
import dev.dataflow.metadata.Relations;
import dev.dataflow.node.Collations;
import dev.dataflow.node.ConflictRecorder;
import dev.dataflow.node.ModelRelations;
import dev.dataflow.node.Node;
import dev.dataflow.node.NodeContext;
import dev.dataflow.node.NodeRegistry;
import dev.dataflow.node.NodeScope;
import dev.dataflow.node.VersionConflicts;
import dev.dataflow.projection.Projections;
import dev.dataflow.query.CursorSeal;
import dev.dataflow.query.Cursors;
import dev.dataflow.statement.StatementCacheMetrics;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tenant;
import dev.dataflow.trait.Tenants;
import dev.dataflow.transaction.ScopedConnections;
import dev.dataflow.transaction.ScopedStatements;
import dev.dataflow.transaction.ScopedTransactions;
import dev.dataflow.transaction.Session;
import dev.dataflow.transaction.StatementListener;
import dev.dataflow.transaction.StatementObserver;
import dev.dataflow.transaction.TransactionListener;
import dev.dataflow.transaction.TransactionMetrics;
import dev.dataflow.transaction.TransactionObserver;
import dev.dataflow.transaction.TransactionOptions;
import dev.dataflow.transaction.Transactions;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database with its models: the scope that nodes run in.
 *
 * <p>Thread-safe. What {@link #transaction} hands to its work is a view of the same instance for that transaction only;
 * one thread at a time may use it, and closing it does nothing.
 */
public final class DataFlow implements NodeScope, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dataflow.tenants");

    private final Database database;
    private final Configuration configuration;
    private final Session session;
    private final StatementFactory statements;
    private final Relations relations;
    private final Projections projections;
    private final Collations collations;
    private final Cursors cursors;
    private final NodeRegistry registry;
    private final DataFlowConfig config;
    private final TransactionObserver transactions;
    private final ConflictRecorder conflicts;
    private final boolean view;
    /** Whose rows this view is for; null for nobody's. */
    private final @Nullable Tenant tenant;
    /** Null where all tenants' rows lie in the same tables. */
    private final @Nullable TenantSessions places;
    /** Null until somebody asks for it. */
    private volatile @Nullable DSLContext dsl;

    DataFlow(
            Database database,
            @Nullable TenantSessions places,
            NodeRegistry registry,
            DataFlowConfig config,
            List<StatementListener> listeners,
            List<TransactionListener> transactionListeners) {
        this.database = database;
        this.configuration = database.configuration();
        this.registry = registry;
        this.config = config;
        this.relations = new ModelRelations(registry);
        this.statements = new StatementFactory(
                configuration, database.engine(), database.serverVersion(), relations, config.statementCacheSize());
        this.collations = new Collations();
        this.cursors = new Cursors(new CursorSeal(config.cursorKey()));
        this.projections = new Projections(relations);
        this.transactions = new TransactionObserver(transactionListeners);
        this.conflicts = new ConflictRecorder(config.clock());
        this.session = new Session(
                new Transactions(database, transactions),
                new StatementObserver(listeners, config.slowStatement()),
                config.tenancy().requireRowSecurity());
        this.view = false;
        this.tenant = null;
        this.places = places;
    }

    private DataFlow(DataFlow whole, Session session, StatementFactory statements, @Nullable Tenant tenant) {
        this.places = whole.places;
        this.database = session.database();
        this.configuration = whole.configuration;
        this.registry = whole.registry;
        this.config = whole.config;
        this.transactions = whole.transactions;
        this.conflicts = whole.conflicts;
        this.statements = statements;
        this.relations = whole.relations;
        this.projections = whole.projections;
        this.collations = whole.collations;
        this.cursors = whole.cursors;
        this.session = session;
        this.view = true;
        this.tenant = tenant;
    }

    /**
     * Opens the database that the environment names: {@code DATAFLOW_URL}, else {@code DATABASE_URL}, else the SQLite
     * file {@code dataflow.db} in the working directory.
     *
     * @return the instance, with all generated models of the class path and a schema that holds them
     * @throws DataFlowException DF-0xx when the database cannot be used, DF-3xx when its schema cannot
     */
    public static DataFlow open() {
        return builder().build();
    }

    /**
     * Opens a database.
     *
     * @param url a JDBC URL, or {@code postgresql://…}, {@code mysql://…}, {@code sqlite:///file.db}, {@code :memory:}
     * @return the instance, with all generated models of the class path and a schema that holds them
     * @throws DataFlowException DF-0xx when the database cannot be used, DF-3xx when its schema cannot
     */
    public static DataFlow open(String url) {
        return builder().url(url).build();
    }

    /** Says more about how a database is opened. */
    public static DataFlowBuilder builder() {
        return new DataFlowBuilder(DataFlowConfig.from(System.getenv()));
    }

    /** What a transaction does. */
    @FunctionalInterface
    public interface TransactionBody<E extends Exception> {
        /**
         * Runs in the transaction.
         *
         * @param tx the instance in this transaction; other threads take part when they are handed it
         */
        void run(DataFlow tx) throws E;
    }

    /** What a transaction computes. */
    @FunctionalInterface
    public interface TransactionFunction<T, E extends Exception> {
        /**
         * Runs in the transaction.
         *
         * @param tx the instance in this transaction; other threads take part when they are handed it
         * @return the transaction's result
         */
        T run(DataFlow tx) throws E;
    }

    /**
     * Runs work in a transaction, which all nodes and {@link #dsl()} on this thread join. Inside another transaction it
     * is a savepoint. When the work throws, all it did is undone and what it threw is thrown, unless the options say to
     * run it again.
     *
     * @param body the work
     */
    public <E extends Exception> void transaction(TransactionBody<E> body) throws E {
        transaction(TransactionOptions.defaults(), body);
    }

    /**
     * Runs work in a transaction, as {@link #transaction(TransactionBody)} does.
     *
     * @param options how it runs; a nested transaction has those of the outermost
     * @param body the work
     * @throws DataFlowException DF-408 when another transaction was in the way at the last attempt, DF-410 when the time is
     *     over, DF-414 when it is nested in one with other options
     */
    public <E extends Exception> void transaction(TransactionOptions options, TransactionBody<E> body) throws E {
        this.<Boolean, E>transactionResult(options, tx -> {
            body.run(tx);
            return Boolean.TRUE;
        });
    }

    /**
     * Computes a result in a transaction, as {@link #transaction(TransactionBody)} does.
     *
     * @param function the work
     * @return its result
     */
    public <T, E extends Exception> T transactionResult(TransactionFunction<T, E> function) throws E {
        return transactionResult(TransactionOptions.defaults(), function);
    }

    /**
     * Computes a result in a transaction, as {@link #transaction(TransactionBody)} does.
     *
     * @param options how it runs; a nested transaction has those of the outermost
     * @param function the work
     * @return its result
     */
    public <T, E extends Exception> T transactionResult(TransactionOptions options, TransactionFunction<T, E> function)
            throws E {
        return session.transaction(
                options, context -> function.run(new DataFlow(this, session.in(context), statements, tenant)));
    }

    /**
     * Does something when the transaction has committed: the one this view is for, else the one of this thread; at once
     * when there is none. Actions run in the order given, on the thread that commits, outside of any transaction. One
     * that fails is logged and told to listeners: the commit stands, and the others run.
     *
     * @param action what is to be done; forgotten when the savepoint or transaction it was given in is undone
     * @throws DataFlowException DF-414 when the transaction has ended, or is one of somebody else that was joined
     */
    public void afterCommit(Runnable action) {
        session.afterCommit(action);
    }

    /**
     * A view of this instance for one tenant: its nodes see and write rows of that tenant only, of models with
     * {@code @Model(multiTenant = true)}; other models are those of all. It shares pool, models and transaction. Thread-safe
     * like this instance; closing it does nothing.
     *
     * @param id 1 to 63 ASCII letters, digits, {@code _} and {@code -}, a letter or digit first
     * @return the view
     * @throws DataFlowException DF-502 when that is no id, DF-505 when this is a view for another tenant, or for all, DF-512 in a
     *     transaction of the whole instance where tenants have schemas or databases of their own
     */
    public DataFlow asTenant(String id) {
        Tenant other = Tenant.of(id);
        if (other.equals(tenant)) {
            return this;
        }
        checkUnbound("another tenant");
        if (places == null) {
            return bound(session, Tenants.ONE, other);
        }
        if (session.isGiven()) {
            throw Transactions.elsewhere();
        }
        return bound(places.of(other, session), Tenants.ONE, other);
    }

    /**
     * A view of this instance that reads the rows of all tenants; it writes none. Each use is logged with its reason.
     *
     * @param reason why, for the log
     * @return the view
     * @throws DataFlowException DF-107 without a reason, DF-505 when this is a view for one tenant, DF-510 unless the instance
     *     was opened with {@code allowAcrossTenants(true)}
     */
    public DataFlow acrossTenants(String reason) {
        checkUnbound("all tenants");
        if (!config.tenancy().allowAcrossTenants()) {
            throw new DataFlowException(new Problem(
                    ErrorCode.TENANT_ACROSS_OFF,
                    "the rows of all tenants are asked for, and this instance does not give them",
                    "reading across tenants is off unless it is allowed",
                    "use asTenant(id); or allowAcrossTenants(true) of the builder (DATAFLOW_ALLOW_ACROSS_TENANTS) where a"
                            + " program is for all tenants"));
        }
        if (places != null) {
            throw new DataFlowException(new Problem(
                    ErrorCode.TENANT_ACROSS,
                    "the rows of all tenants are asked for, which lie in different places",
                    "each tenant has a schema or a database of its own",
                    "do it for each tenant in turn, with asTenant(id) of the whole instance"));
        }
        log("Rows of all tenants are read", reason);
        return bound(session, Tenants.ALL, null);
    }

    private DataFlow bound(Session bound, Tenants tenants, @Nullable Tenant other) {
        return new DataFlow(
                this,
                bound.about(tenants, other),
                statements.reaching(statements.reach().with(tenants)),
                other);
    }

    private void checkUnbound(String wanted) {
        if (statements.reach().tenants() != Tenants.NONE) {
            throw new DataFlowException(new Problem(
                    ErrorCode.TENANT_BOUND,
                    "a scope that is bound is asked for " + wanted,
                    "code that is handed the scope of a tenant must not reach others' rows by it",
                    "ask the whole instance, and hand each scope to where it is for"));
        }
    }

    private static void log(String what, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.OPTION_INVALID,
                            "no reason is given",
                            "what goes past a tenant's bounds is logged with its reason",
                            "say in a few words what it is for"),
                    null);
        }
        LOG.warn("{}: {}", what, reason);
    }

    /**
     * Plain jOOQ on the same database, in the same transaction. What the options of models add to statements, such as
     * stamps, it does not add, nor does it know of tenants: a view for one tenant has it as {@link #unscopedDsl} only, unless
     * row security is required, by which PostgreSQL shows it the rows of that tenant; the whole instance then sees none that
     * belong to tenants.
     *
     * @throws DataFlowException DF-506 on a view for one tenant, without row security
     */
    public DSLContext dsl() {
        if (tenant != null && !session.isConfined()) {
            throw new DataFlowException(new Problem(
                    ErrorCode.TENANT_UNSCOPED,
                    "plain jOOQ is asked for in the scope of a tenant",
                    "nothing would confine its SQL to that tenant's rows",
                    "use the nodes; or unscopedDsl(reason), with scoped(table) for tables of models; or PostgreSQL with"
                            + " requireRowSecurity(true)"));
        }
        return plain();
    }

    /**
     * Plain jOOQ, as {@link #dsl()}, also on a view for one tenant, to whose rows nothing but row security confines it. Each use
     * is logged with its reason.
     *
     * @param reason why, for the log
     * @throws DataFlowException DF-107 without a reason
     */
    public DSLContext unscopedDsl(String reason) {
        log("Plain SQL is run that no tenant confines", reason);
        return plain();
    }

    /**
     * A model's table for queries of plain jOOQ, with those rows only that nodes of this scope see: of its tenant, and not
     * deleted softly. It has the name and the columns of the table.
     *
     * @param table the generated table, such as {@code ORDER}
     * @return a derived table, to be read only
     * @throws DataFlowException DF-017 when the table is of no model of this instance, DF-501 when its rows belong to tenants
     *     and this scope to none
     */
    public Table<Record> scoped(ModelTable<?> table) {
        return statements.scoped(registry.metadata(table), Stamp.of(config.clock(), tenant));
    }

    private DSLContext plain() {
        DSLContext known = dsl;
        if (known == null) {
            known = inScope();
            dsl = known;
        }
        return known;
    }

    /**
     * A node by name.
     *
     * @param name its class name, such as {@code OrderCreateNode}; qualified, where two models share the short name
     * @throws DataFlowException DF-017 for an unknown name, DF-018 for a shared one
     */
    public Node node(String name) {
        return registry.node(name, this);
    }

    /** The qualified names of the models, sorted. */
    public List<String> models() {
        return registry.models();
    }

    /** The settings in force. */
    public DataFlowConfig config() {
        return config;
    }

    @Override
    public NodeContext context() {
        return new NodeContext(
                session, statements, relations, projections, collations, cursors, conflicts, config.clock(), tenant);
    }

    /** Closes the connections, but not a data source that was given. On a view it does nothing. */
    @Override
    public void close() {
        if (!view) {
            if (places != null) {
                places.close();
            }
            database.close();
            session.close();
        }
    }

    /** What the cache of rendered statements has done since this instance was opened. */
    public StatementCacheMetrics statementCache() {
        return statements.metrics();
    }

    /** What befell the transactions since this instance was opened. */
    public TransactionMetrics transactionMetrics() {
        return transactions.metrics();
    }

    /** What became of changes that met another version than they were made for, since this instance was opened. */
    public VersionConflicts versionConflicts() {
        return conflicts.conflicts();
    }

    /** Connections of the pool in use now; -1 when the pool was given. */
    public int activeConnections() {
        return database.activeConnections();
    }

    /** For how many tenants connections are held now, where each has a schema or a database of its own; else 0. */
    public int openTenants() {
        return places == null ? 0 : places.open();
    }

    private DSLContext inScope() {
        ScopedConnections connections = new ScopedConnections(session);
        return DSL.using(configuration
                .derive(connections)
                .derive(new ScopedTransactions(session))
                .deriveAppending(new ScopedStatements(session, connections)));
    }
}
