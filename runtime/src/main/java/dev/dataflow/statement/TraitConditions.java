package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Predicate;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Traits;
import java.util.List;
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
                .map(predicate -> condition(
                        model,
                        predicate,
                        model.columns().get(predicate.column()).field()))
                .toList();
    }

    private static Condition condition(ModelMetadata<?, ?, ?, ?> model, Predicate predicate, Field<?> field) {
        if (predicate instanceof Predicate.IsNull) {
            return field.isNull();
        }
        if (predicate instanceof Predicate.IsNotNull) {
            return field.isNotNull();
        }
        if (predicate instanceof Predicate.IsGiven) {
            return given(model, predicate.column(), field);
        }
        throw new IllegalStateException("no SQL for " + predicate);
    }

    private static <T> Condition given(ModelMetadata<?, ?, ?, ?> model, int column, Field<T> field) {
        return field.eq(new Parameters(model).row(0, column, field));
    }

    /** All of them; true when there is none. */
    static Condition and(List<Condition> conditions) {
        return conditions.isEmpty() ? DSL.noCondition() : DSL.and(conditions);
    }
}
