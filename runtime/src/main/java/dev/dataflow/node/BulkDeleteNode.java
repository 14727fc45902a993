package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Patch;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.NodeKind;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.query.Filter;
import dev.dataflow.statement.Statement;
import dev.dataflow.trait.Tombstones;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deletes all rows that match.
 *
 * @param <M> the model
 * @param <K> its key, boxed
 * @param <D> its draft
 * @param <P> its patch
 */
public non-sealed class BulkDeleteNode<M, K, D extends Draft, P extends Patch<P>> extends ModelNode<M, K, D, P> {

    /** For generated code: a node in a scope. */
    protected BulkDeleteNode(NodeScope scope, ModelMetadata<M, K, D, P> metadata) {
        super(scope, metadata, NodeKind.BULK_DELETE);
    }

    /**
     * Deletes all rows that match.
     *
     * @param query narrows which rows; for all, it must be confirmed
     * @return how many rows were deleted
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references one; none is deleted then
     */
    public final BulkDeleted bulkDelete(Consumer<BulkQuery> query) {
        return bulkDelete(query, options -> {});
    }

    /**
     * Deletes all rows that match.
     *
     * @param query narrows which rows; for all, it must be confirmed
     * @param options say whether they are removed where the model would have them marked
     * @return how many rows were deleted, without those that went with them
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references one; none is deleted then
     */
    public final BulkDeleted bulkDelete(Consumer<BulkQuery> query, Consumer<DeleteOptions> options) {
        DeleteOptions how = new DeleteOptions();
        options.accept(how);
        Asked asked = asked(query);
        long deleted = Deletion.of(context(), metadata(), how.isHard())
                .matching(
                        asked.filter(), asked.query().isLimited(), asked.query().limit());
        return new BulkDeleted(deleted, deleted);
    }

    /**
     * Removes rows for good that were deleted softly longer ago than a time.
     *
     * @param age the time, not negative
     * @param query narrows which rows; for all, it must be confirmed
     * @return how many rows were removed, without those that went with them
     * @throws dev.dataflow.error.InvalidInputException DF-107 when deleted rows of the model are gone anyway
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references one; none is removed then
     */
    public final BulkDeleted purge(Duration age, Consumer<BulkQuery> query) {
        if (age.isNegative()) {
            throw Selection.outOfRange("age", "zero or longer");
        }
        return purge(context().stamp().now().minus(age), query);
    }

    /**
     * Removes rows for good that were deleted softly before an instant.
     *
     * @param before the instant
     * @param query narrows which rows; for all, it must be confirmed
     * @return how many rows were removed, without those that went with them
     * @throws dev.dataflow.error.InvalidInputException DF-107 when deleted rows of the model are gone anyway
     * @throws dev.dataflow.error.ForeignKeyViolationException when another row references one; none is removed then
     */
    public final BulkDeleted purge(Instant before, Consumer<BulkQuery> query) {
        context().checkKeepsDeleted(metadata(), "a purge");
        asked(query); // asks for a confirmation of what matches all
        Asked asked = asked(each -> {
            query.accept(each);
            each.filter(Map.of(ManagedColumn.DELETED_AT.column(), Map.of("$lt", before)));
        });
        long removed = new Deletion<>(context().reaching(Tombstones.ONLY), metadata(), true)
                .matching(
                        asked.filter(), asked.query().isLimited(), asked.query().limit());
        return new BulkDeleted(removed, removed);
    }

    /**
     * The statement {@link #bulkDelete(Consumer)} runs where no other row is to be looked at, and the database's plan of it.
     * Nothing is deleted.
     *
     * @param query narrows which rows
     */
    public final Explanation explain(Consumer<BulkQuery> query) {
        Asked asked = asked(query);
        Statement statement =
                statements().deleteAll(metadata(), asked.filter(), asked.query().isLimited(), false);
        return new Explanation(
                statement.sql(),
                session()
                        .explain(
                                statement,
                                new CallArguments(
                                        metadata(),
                                        List.of(),
                                        asked.filter(),
                                        asked.query().limit(),
                                        0),
                                context().stamp()));
    }

    @Override
    public final Map<String, @Nullable Object> run(Map<String, ?> input) {
        Input values = new Input(name(), input, "filter", "limit", "confirmed", "hard", "purge_before");
        BulkDeleted done = done(values);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("processed", done.processed());
        result.put("deleted", done.deleted());
        return result;
    }

    private BulkDeleted done(Input values) {
        boolean hard = values.flag("hard", false);
        if (!values.has("purge_before")) {
            return bulkDelete(BulkInput.query(values), options -> {
                if (hard) {
                    options.hard();
                }
            });
        }
        if (hard) {
            throw Refusal.of(
                    ErrorCode.OPTION_INVALID,
                    "`purge_before` stands beside `hard` in the input of " + name(),
                    "a purge removes rows that are deleted already, and nothing else",
                    "leave `hard` out");
        }
        context().checkKeepsDeleted(metadata(), "a purge");
        Instant before = Instant.class.cast(new Fields<>(metadata())
                .coerce(metadata().managed(ManagedColumn.DELETED_AT), values.required("purge_before")));
        return purge(before, BulkInput.query(values));
    }

    private record Asked(BulkQuery query, Filter filter) {}

    private Asked asked(Consumer<BulkQuery> query) {
        BulkQuery asked = new BulkQuery();
        query.accept(asked);
        return new Asked(asked, Selection.ofBulk(context(), metadata(), asked));
    }
}
