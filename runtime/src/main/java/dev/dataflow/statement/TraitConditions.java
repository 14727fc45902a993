package dev.dataflow.statement;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.trait.Access;
import dev.dataflow.trait.Agreement;
import dev.dataflow.trait.Predicate;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Tombstones;
import dev.dataflow.trait.Traits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The conditions that traits put on rows, rendered.
 *
 * @param traits the traits
 * @param reach which rows the statements of a call reach
 */
record TraitConditions(Traits traits, Reach reach) {

    /** Those on the rows of the call's own model. */
    List<Condition> own(ModelMetadata<?, ?, ?, ?> model) {
        return all(model, traits.predicates(model, reach));
    }

    /** Those on rows of other models, and of its own, that are reached through relations. */
    List<Condition> related(ModelMetadata<?, ?, ?, ?> target) {
        return all(target, traits.predicates(target, reach.related()));
    }

    /** Those on the rows of a model that are there at all for a call, whether deleted softly or not. */
    List<Condition> kept(ModelMetadata<?, ?, ?, ?> model) {
        return all(model, traits.predicates(model, reach.related().with(Tombstones.INCLUDED)));
    }

    /** A relation with all that must be equal in its rows. */
    Relation agreeing(ModelMetadata<?, ?, ?, ?> model, Relation relation) {
        List<Agreement> agreements = traits.onRelation(model, relation.target(), reach);
        if (agreements.isEmpty()) {
            return relation;
        }
        List<Integer> from = new ArrayList<>(relation.from());
        List<Integer> to = new ArrayList<>(relation.to());
        for (Agreement agreement : agreements) {
            from.add(agreement.from());
            to.add(agreement.to());
        }
        return new Relation(relation.name(), relation.target(), from, to, relation.many());
    }

    /**
     * Checks that a statement may be made.
     *
     * @throws dev.dataflow.error.DataFlowException when a trait refuses it
     */
    void check(ModelMetadata<?, ?, ?, ?> model, Access access) {
        DataFlowException refusal = traits.refusal(model, reach, access);
        if (refusal != null) {
            throw refusal;
        }
    }

    /** The columns a unique key has in the database: those its model names, and those of the traits. */
    List<Integer> keyColumns(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        Set<Integer> all = new LinkedHashSet<>(traits.keyColumns(model));
        all.addAll(columns);
        return List.copyOf(all);
    }

    /** Those on the rows that a unique key compares. */
    List<Condition> unique(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return all(model, traits.onUnique(model, columns));
    }

    /** Those on the rows that others may point to. */
    List<Condition> referenced(ModelMetadata<?, ?, ?, ?> target) {
        return all(target, traits.onReference(target));
    }

    private static List<Condition> all(ModelMetadata<?, ?, ?, ?> model, List<Predicate> predicates) {
        return predicates.stream()
                .map(predicate -> condition(model, predicate, model.columns().get(predicate.column())))
                .toList();
    }

    static <T> Condition condition(ModelMetadata<?, ?, ?, ?> model, Predicate predicate, Column<T> column) {
        Field<T> field = column.field();
        if (predicate instanceof Predicate.IsStamped) {
            return field.eq(Parameters.stamped(Objects.requireNonNull(column.managed()), field));
        }
        if (predicate instanceof Predicate.IsNull) {
            return field.isNull();
        }
        if (predicate instanceof Predicate.IsNotNull) {
            return field.isNotNull();
        }
        if (predicate instanceof Predicate.IsGiven) {
            return field.eq(new Parameters(model).row(0, predicate.column(), field));
        }
        throw new IllegalStateException("no SQL for " + predicate);
    }

    /** All of them; true when there is none. */
    static Condition and(List<Condition> conditions) {
        return conditions.isEmpty() ? DSL.noCondition() : DSL.and(conditions);
    }
}
