package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relations;
import java.util.List;

/** Reads what queries were told into filters: one for every node, and for the typed face as well as for maps. */
public final class FilterParser {

    private final ModelMetadata<?, ?, ?, ?> model;

    private final Relations relations;

    /**
     * A parser of filters over one model.
     *
     * @param model the model
     * @param relations knows what it is related to
     */
    public FilterParser(ModelMetadata<?, ?, ?, ?> model, Relations relations) {
        this.model = model;
        this.relations = relations;
    }

    /**
     * Reads a query.
     *
     * @param query what it was told
     * @return a filter that matches rows for which all of it holds
     * @throws InvalidInputException DF-106 for an unknown field or operator, DF-102 for a value of another type, DF-108
     *     for a column of another table, DF-121 and DF-123 for an operator that does not fit its field, DF-124 for a filter
     *     that is too large, DF-125 for a pattern that cannot be read, DF-126 for a path into what is no JSON, DF-118
     *     for a relation that cannot be followed
     */
    public Filter parse(FilterQuery<?> query) {
        return parse(query, new FilterSize());
    }

    /** Reads a query whose statement has other values, too. */
    Filter parse(FilterQuery<?> query, FilterSize size) {
        return query.steps().isEmpty()
                ? Filter.ALL
                : new Filter(
                        new FilterReader(relations).steps(query.steps(), new FilterPlace(model, "filter", 0, size)));
    }

    /**
     * The position of a field named by a caller.
     *
     * @param model the model
     * @param name its name, in snake_case or as the component is named
     * @param where where the name stands, for the message
     * @return its position in the model's metadata
     * @throws InvalidInputException DF-106 when there is none, with the nearest name
     */
    public static int position(ModelMetadata<?, ?, ?, ?> model, String name, String where) {
        int position = model.position(name);
        if (position < 0) {
            List<String> names = model.columns().stream().map(Column::column).toList();
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.NAME_UNKNOWN,
                            "`" + name + "` in " + where + " is no field of " + model,
                            "its fields are " + String.join(", ", names),
                            NearestName.suggest(name, names)),
                    null);
        }
        return position;
    }
}
