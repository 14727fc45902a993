package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Modification;
import dev.dataflow.metadata.UpdateOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a map says about a row's new values: {@code {"title": "Emma", "stock": {"$inc": 1}}}, or with the operators
 * first, {@code {"$inc": {"stock": 1}}}.
 *
 * @param model the model
 */
public record UpdateParser(ModelMetadata<?, ?, ?, ?> model) {

    private static final String SET = "$set";
    private static final String UNSET = "$unset";
    private static final List<String> OPERATORS = Stream.concat(
                    Arrays.stream(UpdateOperator.values()).map(UpdateOperator::toString), Stream.of(SET, UNSET))
            .toList();

    /**
     * What becomes of a field.
     *
     * @param position its column's position in the model's metadata
     * @param name its name, as given
     * @param value the new value, null for NULL, or a {@link Modification}; not of the column's type yet
     */
    public record Update(
            int position, String name, @Nullable Object value) {}

    /** Whether a key is an operator, or meant to be. */
    public static boolean isOperator(String key) {
        return key.startsWith("$");
    }

    /** Whether what a field is given are operators, not a value. */
    public static boolean holdsOperators(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                && !map.isEmpty()
                && map.keySet().stream().allMatch(key -> isOperator(String.valueOf(key)));
    }

    /**
     * Reads a map.
     *
     * @param fields the map
     * @param path where it stands, for messages
     * @return what becomes of each field, in the order given
     * @throws dev.dataflow.error.InvalidInputException DF-106 for an unknown field or operator, DF-102 for what an operator
     *     does not take, DF-123 for an operator that does not fit its field
     */
    public List<Update> parse(Map<String, ?> fields, String path) {
        List<Update> updates = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (isOperator(name)) {
                known(name, path);
                entries(value, path + "." + name, "a map of fields")
                        .forEach((field, operand) -> updates.add(update(
                                position(field, path + "." + name),
                                field,
                                name,
                                operand,
                                path + "." + name + "." + field)));
            } else if (holdsOperators(value)) {
                int position = position(name, path);
                entries(value, path + "." + name, "a map of operators").forEach((operator, operand) -> {
                    known(operator, path + "." + name);
                    updates.add(update(position, name, operator, operand, path + "." + name + "." + operator));
                });
            } else {
                updates.add(new Update(position(name, path), name, value));
            }
        });
        return updates;
    }

    private int position(String name, String path) {
        return FilterParser.position(model, name, "`" + path + "`");
    }

    private Update update(int position, String name, String operator, @Nullable Object operand, String path) {
        if (operator.equals(SET)) {
            return new Update(position, name, operand);
        }
        if (operator.equals(UNSET)) {
            return new Update(position, name, unset(position, operand, path));
        }
        UpdateOperator computing = Arrays.stream(UpdateOperator.values())
                .filter(each -> each.toString().equals(operator))
                .findFirst()
                .orElseThrow();
        return new Update(position, name, new Modification(computing, operand, path));
    }

    private @Nullable Object unset(int position, @Nullable Object operand, String path) {
        if (!Boolean.TRUE.equals(operand)) {
            throw FilterRefusal.wrong(path, operand, "true");
        }
        Column<?> column = model.columns().get(position);
        if (column.managed() == null && !model.key().includes(position) && !column.nullable()) {
            throw FilterRefusal.of(
                    ErrorCode.OPERATOR_UNFIT,
                    "`" + path + "` makes NULL of a field that is never NULL",
                    "the column of `" + column.name() + "` is NOT NULL",
                    "set it to a value, or annotate the component @Nullable");
        }
        return null;
    }

    private static void known(String operator, String path) {
        if (!OPERATORS.contains(operator)) {
            throw FilterRefusal.of(
                    ErrorCode.NAME_UNKNOWN,
                    "`" + path + "." + operator + "` names an operator that updates do not have",
                    "the operators of updates are " + String.join(", ", OPERATORS),
                    NearestName.suggest(operator, OPERATORS));
        }
    }

    @SuppressWarnings("unchecked") // every key is checked
    private static Map<String, ?> entries(@Nullable Object value, String path, String needed) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, ?>) map;
        }
        throw FilterRefusal.wrong(path, value, needed);
    }
}
