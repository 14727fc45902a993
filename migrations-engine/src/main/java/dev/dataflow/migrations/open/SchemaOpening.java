package dev.dataflow.migrations.open;

import dev.dataflow.database.SchemaRequest;
import dev.dataflow.migrations.catalog.Schemas;
import dev.dataflow.migrations.ddl.RowSecurityScript;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.ddl.SchemaStatement;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.lock.SchemaLock;
import dev.dataflow.migrations.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opening of a schema. The lock is taken only when there may be something to create. */
final class SchemaOpening {

    private static final Logger LOG = LoggerFactory.getLogger(ModelSchemaStep.class);

    private final SchemaRequest request;
    private final SchemaLock lock;
    private final Inspector inspector;
    private final Creation creation;
    private final Set<TableName> tenants;

    SchemaOpening(SchemaRequest request, TargetSchema target) {
        this.request = request;
        this.lock = SchemaLock.of(request.engine());
        this.inspector = new Inspector(request.connection(), request.engine(), target);
        this.creation = new Creation(request.connection(), request.engine(), lock.transactional());
        this.tenants = target.tenants();
    }

    void run() throws SQLException {
        Inspection seen = inspector.snapshot();
        if (seen.findings().fits()) {
            remark(seen);
        } else if (lock.transactional() && !mayCreate(seen)) {
            throw Refusal.of(request, seen);
        } else {
            // without transactions, what differs may be another process's work half done: the lock waits for its end
            lock.run(request.connection(), request.lockTimeout(), this::create);
        }
    }

    private void create() throws SQLException {
        Inspection seen = inspector.read();
        if (!mayCreate(seen)) {
            throw Refusal.of(request, seen);
        }
        remark(seen);
        if (!seen.findings().missing().isEmpty()) {
            long start = System.nanoTime();
            List<Table> missing = seen.findings().missing();
            Schemas schemas = seen.live().schemas();
            List<SchemaStatement> statements =
                    new ArrayList<>(SchemaScript.create(request.engine(), missing, schemas.current()));
            statements.addAll(policies(missing));
            creation.run(SchemaScript.createSchemas(request.engine(), missing, schemas.missing()), statements);
            LOG.info("created {} in {} ms", Creation.tables(statements), (System.nanoTime() - start) / 1_000_000);
        }
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

    private static void remark(Inspection seen) {
        seen.findings().remarks().forEach(remark -> LOG.warn("{}", remark));
    }
}
