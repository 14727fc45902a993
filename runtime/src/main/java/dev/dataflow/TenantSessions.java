package dev.dataflow;

import dev.dataflow.database.TenantDatabases;
import dev.dataflow.trait.Tenant;
import dev.dataflow.transaction.Session;
import dev.dataflow.transaction.Transactions;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * The sessions of tenants that have a schema or a database each: one for a tenant while any scope of it is used, so that all of
 * them join one transaction. Thread-safe.
 */
final class TenantSessions implements AutoCloseable {

    private final TenantDatabases databases;
    /** What each session of a tenant holds. */
    private final Map<Tenant, WeakReference<Transactions>> transactions = new HashMap<>();

    /** Those used last, the latest at the end: between two calls nothing else may hold them, and their pools are open. */
    private final LinkedHashSet<Transactions> latest = new LinkedHashSet<>();

    private int kept = 64;

    TenantSessions(TenantDatabases databases) {
        this.databases = databases;
    }

    /**
     * A session where a tenant's rows lie.
     *
     * @param whole a session of the instance
     */
    synchronized Session of(Tenant tenant, Session whole) {
        WeakReference<Transactions> known = transactions.get(tenant);
        Transactions own = known == null ? null : known.get();
        if (own == null) {
            own = whole.transactionsOn(databases.of(tenant.id()));
            transactions.put(tenant, new WeakReference<>(own));
            forget();
        }
        hold(own);
        return whole.in(own);
    }

    private void hold(Transactions own) {
        latest.remove(own);
        latest.add(own);
        if (latest.size() > databases.most()) {
            latest.remove(latest.iterator().next());
        }
    }

    private void forget() {
        if (transactions.size() > kept) {
            transactions.values().removeIf(each -> each.get() == null);
            kept = Math.max(64, 2 * transactions.size());
        }
    }

    /** For how many tenants connections are held. */
    int open() {
        return databases.open();
    }

    @Override
    public void close() {
        databases.close();
    }
}
