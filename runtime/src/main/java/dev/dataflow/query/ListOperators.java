package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.model.LogicalType;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators that look into lists. */
final class ListOperators {

    /** Not all databases take a long list of them at once. */
    private static final int MOST = 1000;

    private ListOperators() {}

    /** Whether an operator is one of lists, or means something else for them. */
    static boolean isOfList(Subject subject, Operator operator) {
        return operator == Operator.OVERLAPS || operator == Operator.CONTAINS && isList(subject);
    }

    static boolean isList(Subject subject) {
        LogicalType type = subject.type().logical();
        return subject instanceof Subject.OfColumn && (type == LogicalType.TEXT_LIST || type == LogicalType.INT64_LIST);
    }

    static Criterion read(FilterPlace place, Subject subject, Operator operator, @Nullable Object given) {
        Subject.OfColumn column = column(place, subject);
        ColumnType<?> element = column.type().logical() == LogicalType.TEXT_LIST ? ColumnTypes.TEXT : ColumnTypes.INT64;
        boolean all = operator == Operator.CONTAINS;
        List<Object> items = all && given != null && !(given instanceof Collection<?>) && !(given instanceof Object[])
                ? List.of(given)
                : OperatorReader.list(place, given, all ? "an element, or a list of elements," : "a list of elements");
        place.size().add(place, items.size());
        if (items.size() > MOST) {
            throw FilterRefusal.tooLarge(place.path(), "holds more than " + MOST + " elements", "ask in several calls");
        }
        if (items.isEmpty()) {
            return all ? new Criterion.All(List.of()) : new Criterion.Any(List.of());
        }
        return new Criterion.Holds(column, OperatorReader.values(place, element, items), all);
    }

    /** How many elements a list has. */
    static Subject size(FilterPlace place, Subject subject) {
        return new Subject.OfSize(column(place, subject).column());
    }

    private static Subject.OfColumn column(FilterPlace place, Subject subject) {
        if (subject instanceof Subject.OfColumn column && isList(subject)) {
            return column;
        }
        throw FilterRefusal.of(
                ErrorCode.OPERATOR_UNFIT,
                "`" + place.path() + "` looks into a " + subject.type(),
                "only fields of type List<String> or List<Long> have elements to look for",
                "use an operator of the field's type");
    }
}
