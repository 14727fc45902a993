package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelKey;
import dev.dataflow.type.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The operators over keys as a whole, which are equal to another or not. In maps a composite key is a map of its parts, in the
 * typed face its generated class.
 */
final class KeyOperators {

    static final String ID = "id";

    private static final List<Operator> KNOWN =
            List.of(Operator.EQ, Operator.NE, Operator.IN, Operator.NIN, Operator.NOT);

    /** One key. */
    private record OneKey(FilterPlace place, List<Object> values) {}

    private final ModelKey<?> key;
    private final List<String> parts;

    private KeyOperators(FilterPlace place) {
        this.key = place.model().key();
        this.parts = key.columns().stream().map(Column::column).toList();
    }

    /** Whether a name among the fields means the key of several columns. */
    static boolean isMeant(String name, FilterPlace place) {
        return name.equals(ID) && place.model().key().isComposite();
    }

    static Criterion read(FilterPlace place, @Nullable Object given) {
        return new KeyOperators(place).value(place, given);
    }

    /** One of the keys that the typed face gives, or none of them. */
    static Criterion typed(FilterPlace place, Operator operator, List<Object> given) {
        ModelKey<?> key = place.model().key();
        FilterPlace inner =
                place.at(key.isComposite() ? ID : key.first().name()).at(operator.toString());
        if (!key.isComposite()) {
            Subject subject =
                    new Subject.OfColumn(key.positions().get(0), key.first().type());
            return OperatorReader.read(inner, subject, operator, given);
        }
        KeyOperators operators = new KeyOperators(place);
        Criterion in = operators.in(inner, operators.list(inner, given, operators::whole));
        return operator == Operator.IN ? in : new Criterion.Not(in);
    }

    /** A key to be equal to, or operators. */
    private Criterion value(FilterPlace place, @Nullable Object given) {
        if (given instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> operators = FilterReader.operators(map, place);
            if (!operators.isEmpty()) {
                List<Criterion> terms = new ArrayList<>(operators.size());
                operators.forEach((name, operand) -> terms.add(operator(place, name, operand)));
                return FilterReader.all(terms);
            }
        }
        return in(place, List.of(parts(place, given)));
    }

    private Criterion operator(FilterPlace place, String name, @Nullable Object given) {
        Operator operator = Operator.of(name);
        FilterPlace inner = place.at(name);
        if (operator == null || !KNOWN.contains(operator)) {
            List<String> known = KNOWN.stream().map(Operator::toString).toList();
            if (operator == null) {
                throw FilterRefusal.unknownOperator(inner.path(), name, known);
            }
            throw FilterRefusal.of(
                    ErrorCode.OPERATOR_UNFIT,
                    "`" + inner.path() + "` looks at a key of several columns",
                    "as a whole it is equal to another or not; the operators here are " + String.join(", ", known),
                    "filter by its parts, " + String.join(", ", parts));
        }
        return switch (operator) {
            case EQ -> in(inner, List.of(parts(inner, given)));
            case NE -> new Criterion.Not(in(inner, List.of(parts(inner, given))));
            case IN -> in(inner, list(inner, given, this::parts));
            case NIN -> new Criterion.Not(in(inner, list(inner, given, this::parts)));
            default -> new Criterion.Not(value(place.deeper(name), FilterReader.asMap(given, inner)));
        };
    }

    private List<OneKey> list(
            FilterPlace place, @Nullable Object given, BiFunction<FilterPlace, Object, OneKey> reader) {
        List<OneKey> keys = new ArrayList<>();
        for (Object item : OperatorReader.list(place, given, "a list of keys")) {
            keys.add(reader.apply(
                    new FilterPlace(place.model(), place.path() + "[" + keys.size() + "]", place.depth(), place.size()),
                    item));
        }
        return keys;
    }

    private Criterion in(FilterPlace place, List<OneKey> keys) {
        place.size().add(place, keys.size() * key.size());
        if (keys.isEmpty()) {
            return new Criterion.Any(List.of());
        }
        List<Subject.OfColumn> subjects = new ArrayList<>(key.size());
        List<Operand.Values<?>> values = new ArrayList<>(key.size());
        for (int part = 0; part < key.size(); part++) {
            subjects.add(new Subject.OfColumn(
                    key.positions().get(part), key.columns().get(part).type()));
            values.add(values(part, key.columns().get(part).type(), keys));
        }
        return keys.size() == 1 ? equal(subjects, values) : new Criterion.InRows(subjects, values);
    }

    /** The values of one part. */
    private <T> Operand.Values<T> values(int part, ColumnType<T> type, List<OneKey> keys) {
        List<T> values = new ArrayList<>(keys.size());
        for (OneKey one : keys) {
            FilterPlace place = one.place().at(parts.get(part));
            values.addAll(
                    OperatorReader.values(place, type, List.of(one.values().get(part)))
                            .list());
        }
        return new Operand.Values<>(type, values);
    }

    private static Criterion equal(List<Subject.OfColumn> subjects, List<Operand.Values<?>> values) {
        List<Criterion> terms = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            terms.add(new Criterion.Compare(subjects.get(i), Comparison.EQ, values.get(i)));
        }
        return new Criterion.All(terms);
    }

    /** The values of a generated key. */
    private OneKey whole(FilterPlace place, Object given) {
        return whole(
                place,
                key.parts(given)
                        .orElseThrow(() -> FilterRefusal.wrong(place.path(), given, "a key of " + place.model())));
    }

    /** The values of one key, in the order of its parts. */
    private OneKey parts(FilterPlace place, @Nullable Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            throw FilterRefusal.wrong(
                    place.path(), given, "a map of the key's parts, " + String.join(", ", parts) + ",");
        }
        @Nullable Object[] values = new Object[key.size()];
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            int part = part(place, String.valueOf(entry.getKey()));
            if (values[part] != null) {
                throw FilterRefusal.of(
                        ErrorCode.NAME_UNKNOWN,
                        "`" + place.path() + "` gives `" + parts.get(part) + "` twice",
                        "a part may be named as its column or as its component",
                        "leave one of the two out");
            }
            values[part] = entry.getValue();
        }
        return whole(place, Arrays.asList(values));
    }

    private OneKey whole(FilterPlace place, List<@Nullable Object> values) {
        List<Object> whole = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value == null) {
                throw FilterRefusal.of(
                        ErrorCode.ID_MISSING,
                        "`" + place.path() + "` lacks `" + parts.get(whole.size()) + "`",
                        "a key is compared by all its parts, " + String.join(", ", parts),
                        "give every part a value, or filter by the fields you know");
            }
            whole.add(value);
        }
        return new OneKey(place, whole);
    }

    private int part(FilterPlace place, String name) {
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).equals(name) || key.columns().get(part).name().equals(name)) {
                return part;
            }
        }
        throw FilterRefusal.of(
                ErrorCode.NAME_UNKNOWN,
                "`" + name + "` in " + place.path() + " is no part of the key of " + place.model(),
                "its parts are " + String.join(", ", parts),
                NearestName.suggest(name, parts));
    }
}
