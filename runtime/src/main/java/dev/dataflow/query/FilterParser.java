package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.query.Filter.Equals;
import dev.dataflow.type.IllegalValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads filters given as maps. Strict: what it does not know, it refuses. */
public final class FilterParser {

    private final ModelMetadata<?, ?, ?, ?> model;

    /** A parser of filters over one model. */
    public FilterParser(ModelMetadata<?, ?, ?, ?> model) {
        this.model = model;
    }

    /**
     * Reads filters that must all match.
     *
     * @param filters values by field
     * @return the terms of all of them
     * @throws InvalidInputException DF-106 for an unknown field, DF-102 for a value of another type, DF-113 for an
     *     operator
     */
    public Filter parse(List<? extends Map<String, ?>> filters) {
        List<Equals> terms = new ArrayList<>();
        for (Map<String, ?> filter : filters) {
            filter.forEach((field, value) -> terms.add(term(field, value)));
        }
        return terms.isEmpty() ? Filter.ALL : new Filter(terms);
    }

    private Equals term(String field, @Nullable Object value) {
        String path = "filter." + field;
        if (field.startsWith("$")) {
            throw operator(path);
        }
        int position = position(model, field, "filter");
        Column<?> column = model.columns().get(position);
        if (isOperator(column.type().logical(), value)) {
            throw operator(path);
        }
        if (value == null) {
            return new Equals(position, null);
        }
        try {
            return new Equals(position, column.type().coerce(value));
        } catch (IllegalValueException e) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.TYPE_MISMATCH,
                            "`" + path + "` " + e.getMessage(),
                            "field `" + column.name() + "` of " + model + " holds " + column.type(),
                            "give a value of that type"),
                    null);
        }
    }

    /** Maps and lists are values of what holds such; a key that starts with $ is an operator everywhere. */
    private static boolean isOperator(LogicalType type, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return type != LogicalType.JSON
                    || map.keySet().stream().anyMatch(key -> String.valueOf(key).startsWith("$"));
        }
        return value instanceof Collection && !type.isComposite();
    }

    private static InvalidInputException operator(String path) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.NOT_AVAILABLE,
                        "`" + path + "` uses an operator",
                        "filters as maps compare fields with values for now; operators come with a later release",
                        "give a jOOQ condition with `where(…)`, or a value of the field"),
                null);
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
