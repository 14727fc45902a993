package dev.dataflow.trait;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.metadata.ModelMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one option of a model adds to each of its statements. Stateless; it adds nothing to a model without its column. What a
 * trait says is data, which the statement layer renders, so that a trait holds in select, insert, update, delete, bulk calls,
 * aggregates, relations and conflict clauses alike, and no trait writes SQL.
 */
public interface Trait {

    /**
     * Why a statement must not be made.
     *
     * @param reach which rows it reaches
     * @param access what it does with them
     * @return an error to be thrown; null when it may be made
     */
    default @Nullable DataFlowException refusal(ModelMetadata<?, ?, ?, ?> model, Reach reach, Access access) {
        return null;
    }

    /** Columns written when a row is inserted. */
    default List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return List.of();
    }

    /**
     * Columns written when a row is updated.
     *
     * @param reach which rows the statement reaches
     */
    default List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return List.of();
    }

    /** Columns written instead of removing a row, besides those of an update; none when rows are removed. */
    default List<Assignment> onDelete(ModelMetadata<?, ?, ?, ?> model) {
        return List.of();
    }

    /**
     * Conditions on the rows a statement sees or touches.
     *
     * @param reach which rows the statement reaches
     */
    default List<Predicate> predicates(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return List.of();
    }

    /**
     * Conditions on the rows that a unique key compares with each other; none when it compares all.
     *
     * @param columns the positions of its columns
     */
    default List<Predicate> onUnique(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return List.of();
    }

    /** Columns that each key of a model has besides those its model names; no caller writes them. */
    default List<Integer> keyColumns(ModelMetadata<?, ?, ?, ?> model) {
        return List.of();
    }

    /**
     * What must be equal in a row and in one that a relation leads to.
     *
     * @param model the model the relation leads from
     * @param target the model it leads to
     * @param reach which rows the statement reaches
     */
    default List<Agreement> onRelation(ModelMetadata<?, ?, ?, ?> model, ModelMetadata<?, ?, ?, ?> target, Reach reach) {
        return List.of();
    }

    /**
     * Conditions on the rows that others may point to, beyond that they exist: a statement that writes a reference is run with
     * a look at them in the same transaction, which keeps them as they are until its end.
     */
    default List<Predicate> onReference(ModelMetadata<?, ?, ?, ?> target) {
        return List.of();
    }

    /** Whether deleted rows of the model are marked where others are removed: {@link #onDelete}, asked by each call. */
    default boolean keepsDeleted(ModelMetadata<?, ?, ?, ?> model) {
        return false;
    }
}
