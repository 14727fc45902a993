package dev.dataflow.query;

import dev.dataflow.query.Criterion.Quantifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Which rows a call is about: all, until narrowed. What is said must all match. Not thread-safe; valid inside the call it
 * is handed to.
 *
 * @param <Q> the query itself, for chaining
 */
public abstract sealed class FilterQuery<Q extends FilterQuery<Q>> extends FieldFilter<Q>
        permits CountQuery, OrderedQuery, BulkQuery, AggregateQuery, Criteria {

    FilterQuery() {}

    /**
     * Narrows to rows that match all the conditions, and those of earlier calls.
     *
     * @param matching jOOQ conditions over columns of the model's own table; another table, a subquery or plain SQL in
     *     one is refused, since tenancy and soft delete could not see into it
     * @return this
     */
    public final Q where(Condition... matching) {
        for (Condition condition : matching) {
            Given.notNull(condition, "where");
            // what code that puts conditions together starts with; equals() would render both
            if (condition != DSL.noCondition() && condition != DSL.trueCondition()) {
                step((reader, place) -> new Criterion.Plain(condition, ConditionOutline.of(place.model(), condition)));
            }
        }
        return self();
    }

    /**
     * Narrows to rows that match a filter given as data, and earlier calls.
     *
     * @param filter by field, in snake_case or as the component is named, a value, null for IS NULL, or a map of
     *     operators
     * @return this
     */
    public final Q filter(Map<String, ?> filter) {
        Given.notNull(filter, "filter");
        return step((reader, place) -> reader.map(filter, place));
    }

    /**
     * Narrows to rows that have one of some keys; of none, no row matches.
     *
     * @param keys keys of the model, none of them null, with at most 10,000 values in all: those of a single column, or the
     *     generated keys of several
     * @return this
     */
    public final Q in(Collection<?> keys) {
        List<Object> given = new ArrayList<>(Given.notNull(keys, "in"));
        return step((reader, place) -> KeyOperators.typed(place, Operator.IN, given));
    }

    /**
     * Narrows to rows that have none of some keys; of none, every row matches.
     *
     * @param keys as of {@link #in(Collection)}
     * @return this
     */
    public final Q notIn(Collection<?> keys) {
        List<Object> given = new ArrayList<>(Given.notNull(keys, "notIn"));
        return step((reader, place) -> KeyOperators.typed(place, Operator.NIN, given));
    }

    /**
     * Narrows to rows that match at least one of some groups.
     *
     * @param groups each says criteria that must all match; of no groups no row matches
     * @return this
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // it is only read
    public final Q or(Consumer<? super Criteria>... groups) {
        List<Consumer<? super Criteria>> given = List.of(groups);
        return step((reader, place) -> {
            FilterPlace inner = place.deeper(Operator.OR.toString());
            List<Criterion> terms = new ArrayList<>(given.size());
            given.forEach(group -> terms.add(reader.group(group, inner)));
            return FilterReader.any(terms);
        });
    }

    /**
     * Narrows to rows that do not match. Where a comparison with NULL leaves it unknown whether a row matches, the row is
     * left out, too.
     *
     * @param group says criteria that would all match
     * @return this
     */
    public final Q not(Consumer<? super Criteria> group) {
        Given.notNull(group, "not");
        return step((reader, place) -> new Criterion.Not(reader.group(group, place.deeper(Operator.NOT.toString()))));
    }

    /**
     * Narrows to rows whose relation leads to at least one row that matches.
     *
     * @param relation the relation's name: of a reference, such as {@code customer}, or of its inverse, such as
     *     {@code orders}
     * @param group says criteria over the columns of the model it leads to, which must all match
     * @return this
     */
    public final Q related(String relation, Consumer<? super Criteria> group) {
        return related(relation, Quantifier.SOME, group);
    }

    /** Narrows to rows whose relation leads to no row that matches; see {@link #related(String, Consumer)}. */
    public final Q relatedNone(String relation, Consumer<? super Criteria> group) {
        return related(relation, Quantifier.NONE, group);
    }

    /**
     * Narrows to rows whose relation leads only to rows that match, or to no row; see {@link #related(String, Consumer)}.
     */
    public final Q relatedEvery(String relation, Consumer<? super Criteria> group) {
        return related(relation, Quantifier.EVERY, group);
    }

    private Q related(String relation, Quantifier quantifier, Consumer<? super Criteria> group) {
        Given.notNull(relation, "related");
        Given.notNull(group, "related");
        return step((reader, place) -> reader.related(relation, quantifier, group, place));
    }
}
