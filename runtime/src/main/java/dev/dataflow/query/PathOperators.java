package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Column;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.IllegalValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators over values inside of JSON. What is compared with says which kind of value is looked for. */
final class PathOperators {

    private static final Set<Operator> OF_TEXT = Set.of(
            Operator.LIKE, Operator.ILIKE, Operator.REGEX, Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH);

    private PathOperators() {}

    /** A path into a column of JSON. */
    static Subject.OfPath subject(FilterPlace place, int position, String path) {
        Column<?> column = place.model().columns().get(position);
        if (column.type().logical() != LogicalType.JSON) {
            throw FilterRefusal.of(
                    ErrorCode.JSON_PATH_INVALID,
                    "`" + place.path() + "` leads into a " + column.type(),
                    "only fields with @Json have values inside",
                    "name the field alone; relations are followed by maps, as in {\"customer\": {\"email\": …}}");
        }
        try {
            return new Subject.OfPath(position, JsonPath.of(path), ColumnTypes.TEXT);
        } catch (IllegalValueException e) {
            throw FilterRefusal.of(
                    ErrorCode.JSON_PATH_INVALID,
                    "the path of `" + place.path() + "` " + e.getMessage(),
                    "a path is made of keys of objects, separated by points, which every database must be able to follow",
                    "look for a value that a plain path leads to");
        }
    }

    static Criterion read(FilterPlace place, Subject.OfPath path, Operator operator, @Nullable Object given) {
        if (operator == Operator.EXISTS) {
            Criterion present = new Criterion.Present(path);
            return OperatorReader.flag(place, given) ? present : new Criterion.Not(present);
        }
        if (operator == Operator.NULL || given == null || OF_TEXT.contains(operator)) {
            return OperatorReader.read(place, path, operator, given);
        }
        Collection<?> items = given instanceof Object[] array
                ? java.util.Arrays.asList(array)
                : given instanceof Collection<?> collection ? collection : null;
        if (items == null) {
            return OperatorReader.read(place, of(path, kind(place, given)), operator, plain(given));
        }
        Set<ColumnType<?>> kinds = new HashSet<>();
        List<Object> values = new ArrayList<>();
        for (Object item : items) {
            if (item != null) {
                kinds.add(kind(place, item));
            }
            values.add(plain(item));
        }
        if (kinds.size() > 1) {
            throw FilterRefusal.wrong(place.path(), given, "a list of values of one kind, text, numbers or booleans,");
        }
        return OperatorReader.read(
                place, kinds.isEmpty() ? path : of(path, kinds.iterator().next()), operator, values);
    }

    private static Subject.OfPath of(Subject.OfPath path, ColumnType<?> kind) {
        return new Subject.OfPath(path.column(), path.path(), kind);
    }

    private static ColumnType<?> kind(FilterPlace place, Object given) {
        if (given instanceof String || given instanceof Enum<?>) {
            return ColumnTypes.TEXT;
        }
        if (given instanceof Number) {
            return Subject.OfPath.NUMBER;
        }
        if (given instanceof Boolean) {
            return ColumnTypes.BOOLEAN;
        }
        throw FilterRefusal.wrong(place.path(), given, "a string, a number or a boolean");
    }

    /** A double is meant as it prints. */
    private static @Nullable Object plain(@Nullable Object given) {
        if (given instanceof Enum<?> constant) {
            return constant.name();
        }
        boolean binary = given instanceof Double number && Double.isFinite(number)
                || given instanceof Float single && Float.isFinite(single);
        return binary ? new BigDecimal(given.toString()) : given;
    }
}
