package dev.dataflow.node;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.database.Dialect;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relations;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.projection.Projections;
import dev.dataflow.query.Cursors;
import dev.dataflow.statement.StatementFactory;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tenant;
import dev.dataflow.trait.Tombstones;
import dev.dataflow.transaction.Session;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The runtime behind a scope. The facade makes it; nodes use it. */
public final class NodeContext {

    private final Session session;
    private final StatementFactory statements;
    private final Relations relations;
    private final Projections projections;
    private final Collations collations;
    private final Cursors cursors;
    private final ConflictRecorder conflicts;
    private final Clock clock;
    private final @Nullable Tenant tenant;

    /**
     * A context.
     *
     * @param session runs statements
     * @param statements makes them
     * @param relations knows how the models are related
     * @param projections work out what is read of rows
     * @param collations what texts are compared by
     * @param cursors makes cursors of pages
     * @param conflicts counts changes that met another version
     * @param clock stamps rows
     * @param tenant whose rows they are; null for nobody's
     */
    public NodeContext(
            Session session,
            StatementFactory statements,
            Relations relations,
            Projections projections,
            Collations collations,
            Cursors cursors,
            ConflictRecorder conflicts,
            Clock clock,
            @Nullable Tenant tenant) {
        this.session = session;
        this.statements = statements;
        this.relations = relations;
        this.projections = projections;
        this.collations = collations;
        this.cursors = cursors;
        this.conflicts = conflicts;
        this.clock = clock;
        this.tenant = tenant;
    }

    /** The same on a session in another transaction. */
    NodeContext in(Session other) {
        return new NodeContext(
                other, statements, relations, projections, collations, cursors, conflicts, clock, tenant);
    }

    /** The same with another view of rows that are deleted softly. */
    NodeContext reaching(Tombstones tombstones) {
        return reaching(statements.reach().with(tombstones));
    }

    /** The same that reaches other rows. */
    NodeContext reaching(Reach reach) {
        StatementFactory other = statements.reaching(reach);
        if (other == statements) {
            return this;
        }
        Session about =
                reach.tenants() == statements.reach().tenants() ? session : session.about(reach.tenants(), tenant);
        return new NodeContext(about, other, relations, projections, collations, cursors, conflicts, clock, tenant);
    }

    /** The same, that sees rows that are deleted softly, when that is asked for. */
    NodeContext seeing(ModelMetadata<?, ?, ?, ?> model, boolean includesDeleted) {
        if (!includesDeleted) {
            return this;
        }
        checkKeepsDeleted(model, "`include_deleted`");
        return reaching(Tombstones.INCLUDED);
    }

    /**
     * Checks that deleted rows of a model are kept.
     *
     * @param what was asked for
     * @throws dev.dataflow.error.InvalidInputException DF-107 when they are removed
     */
    void checkKeepsDeleted(ModelMetadata<?, ?, ?, ?> model, String what) {
        if (!statements.keepsDeleted(model)) {
            throw Refusal.of(
                    ErrorCode.OPTION_INVALID,
                    what + " is asked of " + model + ", whose deleted rows are gone",
                    "deletes remove its rows: it is no model with softDelete",
                    "leave it out, or write @Model(softDelete = true)");
        }
    }

    /**
     * Checks that a whole model that was read before is none of another tenant.
     *
     * @throws dev.dataflow.error.InvalidInputException DF-503 when it says that it is
     */
    <M> void checkOwn(ModelMetadata<M, ?, ?, ?> model, M row) {
        int column = model.managed(ManagedColumn.TENANT_ID);
        if (column < 0 || column >= model.components()) {
            return;
        }
        Object given = model.value(row, column);
        if (given != null && (tenant == null || !tenant.id().equals(given))) {
            throw Refusal.managed(model, model.columns().get(column));
        }
    }

    Session session() {
        return session;
    }

    StatementFactory statements() {
        return statements;
    }

    Relations relations() {
        return relations;
    }

    Projections projections() {
        return projections;
    }

    Collations collations() {
        return collations;
    }

    Cursors cursors() {
        return cursors;
    }

    ConflictRecorder conflicts() {
        return conflicts;
    }

    DatabaseEngine engine() {
        return session.database().engine();
    }

    Dialect dialect() {
        return session.database().dialect();
    }

    Stamp stamp() {
        return Stamp.of(clock, tenant);
    }
}
