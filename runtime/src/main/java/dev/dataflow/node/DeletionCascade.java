package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Referrer;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.OnDelete;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Tenants;
import dev.dataflow.trait.Tombstones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows with all that goes with them, a set of rows at a time: first all rows are found and locked, those that are
 * pointed to before those that point to them, then they are marked or removed. One call; not thread-safe.
 */
final class DeletionCascade {

    private final NodeContext context;
    private final Stamp stamp;
    private final boolean removes;
    private final DoomedRows rows;
    /** The rows of each model, by their keys, in the order they were found. */
    private final Map<ModelMetadata<?, ?, ?, ?>, Map<Object, @Nullable Object[]>> doomed = new LinkedHashMap<>();

    /**
     * A cascade.
     *
     * @param removes whether rows are removed; of those that point to removed rows tombstones count, too
     */
    DeletionCascade(NodeContext context, Stamp stamp, boolean removes) {
        this.context = context.reaching(removes ? Tombstones.INCLUDED : Tombstones.HIDDEN);
        this.stamp = stamp;
        this.removes = removes;
        this.rows = new DoomedRows(this.context, stamp);
    }

    private record Found(ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> rows) {}

    /** Deletes rows; gives how many they were, without those that go with them. */
    long delete(ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> found) {
        collect(new Found(model, found));
        if (removes) {
            remove();
        } else {
            mark();
        }
        return found.size();
    }

    private void collect(Found first) {
        List<Found> open = List.of(first);
        while (!open.isEmpty()) {
            List<Found> next = new ArrayList<>();
            for (Found found : open) {
                List<@Nullable Object[]> fresh = add(found);
                if (!fresh.isEmpty()) {
                    referrers(found.model(), OnDelete.CASCADE)
                            .forEach(referrer -> next.add(new Found(
                                    referrer.model(),
                                    rows.referencing(referrer, DoomedRows.pointing(referrer, found.model(), fresh)))));
                }
            }
            open = next;
        }
    }

    /** Adds rows; gives those that were not there. */
    private List<@Nullable Object[]> add(Found found) {
        Map<Object, @Nullable Object[]> known = doomed.computeIfAbsent(found.model(), model -> new LinkedHashMap<>());
        List<@Nullable Object[]> fresh = new ArrayList<>();
        for (@Nullable Object[] row : found.rows()) {
            List<Object> form = new ArrayList<>();
            for (int position : found.model().key().positions()) {
                form.add(ConflictKey.comparable(Objects.requireNonNull(row[position])));
            }
            if (known.putIfAbsent(form, row) == null) {
                fresh.add(row);
            }
        }
        return fresh;
    }

    private void mark() {
        doomed.forEach((model, found) -> delete(model, List.copyOf(found.values()), false));
        for (ModelMetadata<?, ?, ?, ?> model : doomed.keySet()) {
            List<@Nullable Object[]> found = List.copyOf(doomed.get(model).values());
            referrers(model, OnDelete.SET_NULL).forEach(referrer -> detach(referrer, model, found));
            referrers(model, OnDelete.RESTRICT).forEach(referrer -> refuse(referrer, model, found));
            // what goes, or lets go, is of one tenant; others' rows still point to a row that all share
            context.relations().referrers(model).stream()
                    .filter(referrer -> referrer.reference().onDelete() != OnDelete.RESTRICT)
                    .filter(referrer -> isShared(referrer, model))
                    .forEach(referrer -> refuse(referrer, model, found));
        }
    }

    private void remove() {
        List<ModelMetadata<?, ?, ?, ?>> order = order();
        for (ModelMetadata<?, ?, ?, ?> model : order) {
            List<@Nullable Object[]> found = List.copyOf(doomed.get(model).values());
            referrers(model, OnDelete.SET_NULL).forEach(referrer -> detach(referrer, model, found));
            // rows that go, too, but not before these: what they point to must let go first
            referrers(model, OnDelete.CASCADE).stream()
                    .filter(referrer -> order.indexOf(referrer.model()) >= order.indexOf(model)
                            && referrer.model().columns().get(referrer.column()).nullable())
                    .forEach(referrer -> detach(referrer, model, found));
        }
        for (ModelMetadata<?, ?, ?, ?> model : order) {
            List<@Nullable Object[]> found = new ArrayList<>(doomed.get(model).values());
            Collections.reverse(found); // those found last point to those found first
            delete(model, found, true);
        }
    }

    /** The models, each after those that point to it, but for circles. */
    private List<ModelMetadata<?, ?, ?, ?>> order() {
        Set<ModelMetadata<?, ?, ?, ?>> seen = new LinkedHashSet<>();
        List<ModelMetadata<?, ?, ?, ?>> order = new ArrayList<>();
        doomed.keySet().forEach(model -> order(model, seen, order));
        return order;
    }

    private void order(
            ModelMetadata<?, ?, ?, ?> model,
            Set<ModelMetadata<?, ?, ?, ?>> seen,
            List<ModelMetadata<?, ?, ?, ?>> order) {
        if (doomed.containsKey(model) && seen.add(model)) {
            context.relations().referrers(model).forEach(referrer -> order(referrer.model(), seen, order));
            order.add(model);
        }
    }

    private void delete(ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> found, boolean hard) {
        for (List<@Nullable Object[]> some : rows.chunks(found, model.key().size())) {
            context.session()
                    .update(
                            context.statements().delete(model, Chunks.padded(some.size()), hard),
                            CallArguments.rows(model, some),
                            stamp);
        }
    }

    private void detach(Referrer referrer, ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> found) {
        for (List<@Nullable Object[]> some : rows.chunks(DoomedRows.pointing(referrer, model, found), 1)) {
            context.session()
                    .update(
                            context.statements().detach(referrer, Chunks.padded(some.size())),
                            CallArguments.rows(referrer.model(), some),
                            stamp);
        }
    }

    /** Whether rows of tenants point to rows that belong to none. */
    private static boolean isShared(Referrer referrer, ModelMetadata<?, ?, ?, ?> model) {
        return model.managed(ManagedColumn.TENANT_ID) < 0 && referrer.model().managed(ManagedColumn.TENANT_ID) >= 0;
    }

    /** Rows that are deleted with these are gone by now. */
    private void refuse(Referrer referrer, ModelMetadata<?, ?, ?, ?> model, List<@Nullable Object[]> found) {
        NodeContext seeing = isShared(referrer, model)
                ? context.reaching(context.statements().reach().with(Tenants.ALL))
                : context;
        for (List<@Nullable Object[]> some : rows.chunks(DoomedRows.pointing(referrer, model, found), 1)) {
            if (!seeing.session()
                    .query(
                            seeing.statements().referencing(referrer, Chunks.padded(some.size())),
                            CallArguments.rows(referrer.model(), some),
                            stamp,
                            row -> row.int64(1))
                    .isEmpty()) {
                String field = referrer.model().columns().get(referrer.column()).name();
                throw new ForeignKeyViolationException(
                        new Problem(
                                ErrorCode.FOREIGN_KEY_VIOLATION,
                                "a delete of " + model + " failed: a row of " + referrer.model() + " points to it",
                                "`" + field + "` of " + referrer.model() + " references " + model
                                        + " with onDelete = RESTRICT",
                                "delete that row first, point it elsewhere, or declare CASCADE or SET_NULL"),
                        null,
                        List.of(field),
                        referrer.reference().constraint());
            }
        }
    }

    private List<Referrer> referrers(ModelMetadata<?, ?, ?, ?> model, OnDelete action) {
        return context.relations().referrers(model).stream()
                .filter(referrer -> referrer.reference().onDelete() == action)
                .toList();
    }
}
