package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.migrations.catalog.Schemas;
import dev.dataflow.migrations.ddl.RowSecurityScript;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.ddl.SchemaStatement;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.difference.Difference;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.lock.SchemaLock;
import dev.dataflow.migrations.scratch.ModelSchemas;
import dev.dataflow.migrations.scratch.SchemaKeys;
import dev.dataflow.migrations.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opening of a schema. The lock is taken only when there may be something to create. */
final class SchemaOpening {

    private static final Logger LOG = LoggerFactory.getLogger(ModelSchemaStep.class);

    /** How often a plan is made anew because the database is not what it was made for any more. */
    private static final int ATTEMPTS = 5;

    private final SchemaRequest request;
    private final SchemaLock lock;
    private final Inspector inspector;
    private final Creation creation;
    private final Preparation preparation;
    private final PlanExecution execution;
    private final Set<TableName> tenants;
    private final Models models;

    SchemaOpening(SchemaRequest request, Models models, TargetSchema target) {
        this.request = request;
        this.lock = SchemaLock.of(request.engine());
        this.inspector = new Inspector(request.connection(), request.engine(), target);
        this.creation = new Creation(request.connection(), request.engine(), lock.transactional());
        this.preparation = new Preparation(request, models);
        this.execution = new PlanExecution(request.connection(), request.engine());
        this.tenants = target.tenants();
        this.models = models;
    }

    void run() throws SQLException {
        Inspection seen = inspector.snapshot();
        if (seen.findings().fits() && !mayIndex(seen)) {
            remark(seen);
        } else if (lock.transactional() && !request.change()) {
            throw Refusal.of(request, seen);
        } else if (lock.transactional() && isOnlyMissing(seen) || !request.change()) {
            // without transactions, what differs may be another process's work half done: the lock waits for its end
            locked(() -> create(inspector.read()));
        } else if (lock.transactional()) {
            changeInTransaction(seen);
        } else {
            locked(() -> {
                Inspection now = inspector.read();
                if (isOnlyMissing(now)) {
                    create(now);
                } else {
                    Prepared prepared = allowed(preparation.of(now));
                    around(prepared, () -> change(prepared));
                }
            });
        }
    }

    /** A plan is made without the lock, for it takes a while and runs transactions of its own. */
    private void changeInTransaction(Inspection first) throws SQLException {
        Inspection seen = first;
        for (int i = 0; i < ATTEMPTS; i++) {
            Prepared prepared = allowed(preparation.of(seen));
            Inspection[] found = {seen};
            boolean[] done = {false};
            around(
                    prepared,
                    () -> locked(() -> {
                        found[0] = inspector.read();
                        if (found[0].live().equals(prepared.seen().live())) {
                            change(prepared);
                            done[0] = true;
                        }
                    }));
            seen = found[0];
            if (done[0]) {
                return;
            }
            if (seen.findings().fits()) {
                remark(seen);
                return;
            }
        }
        throw Refusal.of(request, seen);
    }

    private static Prepared allowed(Prepared prepared) {
        if (prepared.refusal() != null) {
            throw prepared.refusal();
        }
        return prepared;
    }

    private void around(Prepared prepared, PlanExecution.Work work) throws SQLException {
        if (prepared.plans().isEmpty()) {
            work.run();
        } else {
            // where the session has to be prepared there is one schema
            execution.around(prepared.plans().get(0).plan(), work);
        }
    }

    private void locked(SchemaLock.Work work) throws SQLException {
        lock.run(request.connection(), request.lockTimeout(), work);
    }

    /** Tables that are there first: new ones may point to what they get. */
    private void change(Prepared prepared) throws SQLException {
        Set<String> made = new HashSet<>();
        for (OpeningPlan opening : prepared.plans()) {
            long start = System.nanoTime();
            execution.run(opening);
            LOG.info("{}, in {} ms", String.join("; ", opening.changes()), (System.nanoTime() - start) / 1_000_000);
            made.addAll(opening.changes());
        }
        createMissing(prepared.seen());
        Inspection reached = inspector.read();
        if (!reached.findings().fits()) {
            throw Refusal.of(request, reached);
        }
        prepared.seen().findings().remarks().stream()
                .filter(remark -> made.isEmpty() || !isMade(prepared.seen(), remark, made))
                .forEach(remark -> LOG.warn("{}", remark));
    }

    private void create(Inspection seen) throws SQLException {
        if (!mayCreate(seen)) {
            throw Refusal.of(request, seen);
        }
        remark(seen);
        createMissing(seen);
    }

    private void createMissing(Inspection seen) throws SQLException {
        List<Table> missing = seen.findings().missing();
        if (missing.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        Schemas schemas = seen.live().schemas();
        List<SchemaStatement> statements =
                new ArrayList<>(SchemaScript.create(request.engine(), missing, schemas.current()));
        statements.addAll(policies(missing));
        creation.run(SchemaScript.createSchemas(request.engine(), missing, schemas.missing()), statements);
        LOG.info("created {} in {} ms", Creation.tables(statements), (System.nanoTime() - start) / 1_000_000);
    }

    /** What binds each statement on new tables of tenants to one, when that is wanted. */
    private List<SchemaStatement> policies(List<Table> created) {
        return request.rowSecurity()
                ? RowSecurityScript.create(
                        created.stream()
                                .filter(table -> tenants.contains(table.name()))
                                .toList(),
                        table -> request.acrossTenants() || pointsToShared(table))
                : List.of();
    }

    /** Whether rows of tenants point to rows that all share, which are deleted when no tenant's rows point to them. */
    private boolean pointsToShared(Table table) {
        return table.foreignKeys().stream().anyMatch(key -> !tenants.contains(key.targetTable()));
    }

    private boolean mayCreate(Inspection seen) {
        return seen.findings().differences().isEmpty()
                && (request.change() || seen.findings().missing().isEmpty());
    }

    private boolean isOnlyMissing(Inspection seen) {
        return seen.findings().differences().isEmpty() && !mayIndex(seen) && !mayRename(seen);
    }

    /** Whether a table that is missing may be there under a name that its model had. */
    private boolean mayRename(Inspection seen) {
        return request.change()
                && seen.findings().missing().stream()
                        .flatMap(table -> models.registered().values().stream()
                                .filter(model ->
                                        model.table().equals(table.name().name()))
                                .flatMap(model -> model.renamedFrom().stream())
                                .map(former -> new TableName(table.name().schema(), former)))
                        .anyMatch(former -> seen.live().relation(former).isPresent());
    }

    /** Whether indexes are missing that may be made now. */
    private boolean mayIndex(Inspection seen) {
        return request.change() && !seen.findings().indexes().isEmpty();
    }

    /** Whether a missing index was made. */
    private static boolean isMade(Inspection seen, Difference remark, Set<String> made) {
        SchemaKeys keys = new SchemaKeys(seen.live().schemas().current());
        return seen.findings().indexes().stream().anyMatch(index -> {
            String schema = keys.of(index.table().schema());
            String table = index.table().name();
            return index.remark().equals(remark)
                    && made.contains((schema.equals(ModelSchemas.CURRENT) ? table : schema + "." + table)
                            + ": create index " + index.index().name());
        });
    }

    private static void remark(Inspection seen) {
        seen.findings().remarks().forEach(remark -> LOG.warn("{}", remark));
    }
}
