package dev.dataflow.statement;

import dev.dataflow.query.Filter;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Which rows a statement is about.
 *
 * @param filter a filter given as data
 * @param conditions jOOQ conditions, over the model's own table
 */
public record Rows(Filter filter, List<Condition> conditions) {

    /** All rows. */
    public static final Rows ALL = new Rows(Filter.ALL, List.of());

    /** Copies the list. */
    public Rows {
        conditions = List.copyOf(conditions);
    }

    /** What code that puts conditions together starts with. */
    private static boolean matchesAll(Condition condition) {
        return condition.equals(DSL.noCondition()) || condition.equals(DSL.trueCondition());
    }

    /** Whether nothing narrows them. */
    public boolean all() {
        return filter.terms().isEmpty() && conditions.stream().allMatch(Rows::matchesAll);
    }
}
