package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.IllegalValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an operator and what it is given. One for the typed face and for maps. */
final class OperatorReader {

    private OperatorReader() {}

    static Criterion read(FilterPlace place, Subject subject, Operator operator, @Nullable Object given) {
        if (ListOperators.isOfList(subject, operator)) {
            return ListOperators.read(place, subject, operator, given);
        }
        return switch (operator) {
            case EQ -> given == null ? new Criterion.IsNull(subject) : compare(place, subject, Comparison.EQ, given);
            case NE ->
                given == null
                        ? new Criterion.Not(new Criterion.IsNull(subject))
                        : compare(place, subject, Comparison.NE, given);
            case GT -> ordered(place, subject, Comparison.GT, given);
            case GTE -> ordered(place, subject, Comparison.GTE, given);
            case LT -> ordered(place, subject, Comparison.LT, given);
            case LTE -> ordered(place, subject, Comparison.LTE, given);
            case IN -> in(place, subject, given, false);
            case NIN -> in(place, subject, given, true);
            case BETWEEN -> between(place, subject, given);
            case LIKE -> like(place, subject, given, LikePattern::of);
            case ILIKE -> ilike(place, subject, given);
            case CONTAINS -> like(place, subject, given, text -> LikePattern.around("%", text, "%"));
            case STARTS_WITH -> like(place, subject, given, text -> LikePattern.around("", text, "%"));
            case ENDS_WITH -> like(place, subject, given, text -> LikePattern.around("%", text, ""));
            case REGEX ->
                new Criterion.Matches(
                        subject, new Operand.Expression(parsed(place, subject, given, RegexParser::parse)));
            case NULL -> isNull(subject, flag(place, given));
            case EXISTS -> isNull(subject, !flag(place, given));
            case OVERLAPS, SIZE, NOT, AND, OR, NOR, SOME, NONE, EVERY ->
                throw new IllegalStateException(operator + " has criteria, not a value");
        };
    }

    private static Criterion isNull(Subject subject, boolean wanted) {
        Criterion isNull = new Criterion.IsNull(subject);
        return wanted ? isNull : new Criterion.Not(isNull);
    }

    private static Criterion compare(FilterPlace place, Subject subject, Comparison by, Object given) {
        place.size().add(place, 1);
        return new Criterion.Compare(subject, by, value(place, subject.type(), given));
    }

    private static Criterion ordered(FilterPlace place, Subject subject, Comparison by, @Nullable Object given) {
        checkOrder(place, subject);
        if (given == null) {
            throw FilterRefusal.wrong(place.path(), null, "a value; NULL is neither larger nor smaller, and");
        }
        return compare(place, subject, by, given);
    }

    private static Criterion between(FilterPlace place, Subject subject, @Nullable Object given) {
        checkOrder(place, subject);
        List<Object> bounds = list(place, given, "a list of the smallest and the largest value");
        if (bounds.size() != 2) {
            throw FilterRefusal.wrong(place.path(), given, "a list of exactly two values");
        }
        place.size().add(place, 2);
        return new Criterion.Between(subject, values(place, subject.type(), bounds));
    }

    private static Criterion in(FilterPlace place, Subject subject, @Nullable Object given, boolean negated) {
        List<Object> items = list(place, given, "a list of values");
        place.size().add(place, items.size());
        if (items.isEmpty()) {
            return negated ? new Criterion.All(List.of()) : new Criterion.Any(List.of());
        }
        return new Criterion.In(subject, values(place, subject.type(), items), negated);
    }

    private static Criterion like(
            FilterPlace place, Subject subject, @Nullable Object given, Function<String, LikePattern> pattern) {
        return new Criterion.Like(subject, new Operand.Wildcards(parsed(place, subject, given, pattern), false));
    }

    private static Criterion ilike(FilterPlace place, Subject subject, @Nullable Object given) {
        LikePattern pattern = parsed(place, subject, given, LikePattern::of);
        return new Criterion.Like(subject, new Operand.Wildcards(pattern.folded(), true));
    }

    /** A pattern over text, given as a string. */
    private static <T> T parsed(
            FilterPlace place, Subject subject, @Nullable Object given, Function<String, T> parser) {
        LogicalType type = subject.type().logical();
        if (type != LogicalType.TEXT && type != LogicalType.VARCHAR) {
            throw FilterRefusal.of(
                    ErrorCode.OPERATOR_UNFIT,
                    "`" + place.path() + "` looks into a " + subject.type(),
                    "only text has characters to look for",
                    "compare it with $eq, $in or an order, or keep what you look for in a text field");
        }
        if (!(given instanceof String text)) {
            throw FilterRefusal.wrong(place.path(), given, "a string");
        }
        place.size().add(place, 1);
        try {
            return parser.apply(ColumnTypes.TEXT.floor(text));
        } catch (IllegalValueException e) {
            throw FilterRefusal.of(
                    ErrorCode.PATTERN_INVALID,
                    "the pattern of `" + place.path() + "` " + e.getMessage(),
                    "patterns must mean the same on every database",
                    "see the page of this code for what a pattern may hold");
        }
    }

    private static void checkOrder(FilterPlace place, Subject subject) {
        if (subject.type().logical().isComposite()) {
            throw FilterRefusal.of(
                    ErrorCode.NO_ORDER,
                    "`" + place.path() + "` asks for the order of a " + subject.type(),
                    "JSON and lists are equal or not, but have no order that every database shares",
                    "compare with $eq or $in, or look at a value inside");
        }
    }

    static boolean flag(FilterPlace place, @Nullable Object given) {
        if (given instanceof Boolean flag) {
            return flag;
        }
        throw FilterRefusal.wrong(place.path(), given, "true or false");
    }

    static List<Object> list(FilterPlace place, @Nullable Object given, String needed) {
        Collection<?> items = given instanceof Object[] array
                ? java.util.Arrays.asList(array)
                : given instanceof Collection<?> collection ? collection : null;
        if (items == null) {
            throw FilterRefusal.wrong(place.path(), given, needed);
        }
        List<Object> result = new ArrayList<>(items.size());
        for (Object item : items) {
            if (item == null) {
                throw FilterRefusal.wrong(
                        place.path() + "[" + result.size() + "]",
                        null,
                        "a value; for NULL, $null beside it in an $or,");
            }
            result.add(item);
        }
        return result;
    }

    private static <T> Operand.Values<T> value(FilterPlace place, ColumnType<T> type, Object given) {
        try {
            return new Operand.Values<>(type, List.of(type.floor(type.coerce(given))));
        } catch (IllegalValueException e) {
            throw mismatch(place.path(), type, e);
        }
    }

    static <T> Operand.Values<T> values(FilterPlace place, ColumnType<T> type, List<Object> given) {
        List<T> result = new ArrayList<>(given.size());
        for (Object value : given) {
            try {
                result.add(type.floor(type.coerce(value)));
            } catch (IllegalValueException e) {
                throw mismatch(given.size() == 1 ? place.path() : place.path() + "[" + result.size() + "]", type, e);
            }
        }
        return new Operand.Values<>(type, result);
    }

    private static InvalidInputException mismatch(String path, ColumnType<?> type, IllegalValueException e) {
        return FilterRefusal.of(
                ErrorCode.TYPE_MISMATCH,
                "`" + path + "` " + e.getMessage(),
                "it is compared with a " + type,
                "give a value of that type");
    }
}
