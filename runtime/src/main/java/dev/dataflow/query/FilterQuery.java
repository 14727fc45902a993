package dev.dataflow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;

/**
 * Which rows a call is about: all, until narrowed. Not thread-safe; valid inside the call it is handed to.
 *
 * @param <Q> the query itself, for chaining
 */
public abstract sealed class FilterQuery<Q extends FilterQuery<Q>> permits CountQuery, ListQuery, BulkQuery {

    private final List<Condition> conditions = new ArrayList<>();
    private final List<Map<String, ?>> filters = new ArrayList<>();

    FilterQuery() {}

    abstract Q self();

    /**
     * Narrows to rows that match all the conditions, and those of earlier calls.
     *
     * @param matching jOOQ conditions over columns of the model's own table; another table, a subquery or plain SQL in
     *     one is refused, since tenancy and soft delete could not see into it
     * @return this
     */
    public final Q where(Condition... matching) {
        for (Condition condition : matching) {
            conditions.add(Given.notNull(condition, "where"));
        }
        return self();
    }

    /**
     * Narrows to rows whose fields equal the values, and that match earlier calls.
     *
     * @param filter values by field, in snake_case or as the component is named; null in a map that allows it is IS NULL
     * @return this
     */
    public final Q filter(Map<String, ?> filter) {
        filters.add(Given.notNull(filter, "filter"));
        return self();
    }

    /** The conditions given. */
    public final List<Condition> conditions() {
        return conditions;
    }

    /** The filters given. */
    public final List<Map<String, ?>> filters() {
        return filters;
    }
}
