package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Relation;
import dev.dataflow.metadata.RelationName;
import dev.dataflow.metadata.Relations;
import dev.dataflow.query.Criterion.Quantifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads what a query was told, call by call, and filters given as maps. Strict: what it does not know, it refuses. */
final class FilterReader {

    /** What one call of a query says. */
    interface Step {
        /** Reads it for a model. */
        Criterion read(FilterReader reader, FilterPlace place);
    }

    private final Relations relations;
    private final @Nullable Map<String, Subject> computed;

    /** A reader of filters over rows. */
    FilterReader(Relations relations) {
        this.relations = relations;
        this.computed = null;
    }

    /** A reader of filters over groups. */
    FilterReader(Relations relations, Map<String, Subject> computed) {
        this.relations = relations;
        this.computed = computed;
    }

    /** Several steps, of which all must match. */
    Criterion steps(List<Step> steps, FilterPlace place) {
        List<Criterion> terms = new ArrayList<>(steps.size());
        for (Step step : steps) {
            Criterion term = step.read(this, place);
            if (term instanceof Criterion.All all) {
                terms.addAll(all.terms());
            } else {
                terms.add(term);
            }
        }
        return all(terms);
    }

    /** What is said inside of a group. */
    Criterion group(Consumer<? super Criteria> group, FilterPlace place) {
        Criteria criteria = new Criteria();
        group.accept(criteria);
        return steps(criteria.steps(), place);
    }

    /** An operator of the typed face. */
    Criterion field(Field<?> field, Operator operator, @Nullable Object given, FilterPlace place) {
        int position = position(field, place);
        FilterPlace inner =
                place.at(place.model().columns().get(position).name()).at(operator.toString());
        return operator == Operator.SIZE
                ? value(ListOperators.size(inner, subject(place, position)), given, inner)
                : OperatorReader.read(inner, subject(place, position), operator, given);
    }

    /** An operator of the typed face, over a value inside of JSON. */
    Criterion inside(Field<?> field, String path, Operator operator, @Nullable Object given, FilterPlace place) {
        int position = position(field, place);
        String name = place.model().columns().get(position).name() + "." + path;
        FilterPlace inner = place.at(name);
        return PathOperators.read(
                inner.at(operator.toString()), PathOperators.subject(inner, position, path), operator, given);
    }

    static int position(Field<?> field, FilterPlace place) {
        int position = place.model().position(field.getName());
        if (position < 0 || !place.model().columns().get(position).field().equals(field)) {
            throw FilterRefusal.of(
                    ErrorCode.CONDITION_FOREIGN,
                    "`" + place.path() + "` of " + place.model() + " names " + field.getName()
                            + ", which is no column of the model's own table",
                    "its table is " + place.model().table().getName(),
                    "use a column of the generated table of "
                            + place.model().definition().simpleName());
        }
        return position;
    }

    /** A filter given as a map, whose entries must all match; in the order of their names, so that all orders share a statement. */
    Criterion map(Map<?, ?> filter, FilterPlace place) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> entry : filter.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw FilterRefusal.wrong(place.path(), filter, "a map whose keys are strings");
            }
            sorted.put(name, entry.getValue());
        }
        List<Criterion> terms = new ArrayList<>(sorted.size());
        sorted.forEach((name, value) ->
                terms.add(name.startsWith("$") ? logical(name, value, place) : named(name, value, place)));
        return all(terms);
    }

    private Criterion logical(String name, @Nullable Object given, FilterPlace outer) {
        Operator operator = Operator.of(name);
        if (operator == null || !Operator.LOGICAL.contains(operator)) {
            String path = outer.path() + "." + name;
            List<String> known =
                    Operator.LOGICAL.stream().map(Operator::toString).toList();
            if (operator == null) {
                throw FilterRefusal.unknownOperator(path, name, known);
            }
            throw FilterRefusal.of(
                    ErrorCode.NAME_UNKNOWN,
                    "`" + path + "` stands beside fields",
                    name + " says something of one field; beside fields stand " + String.join(", ", known),
                    "write it inside of a field, as in {\"name\": {\"" + name + "\": …}}");
        }
        FilterPlace place = outer.deeper(name);
        if (operator == Operator.NOT) {
            return new Criterion.Not(map(asMap(given, place), place));
        }
        List<Criterion> terms = maps(given, place);
        return switch (operator) {
            case AND -> all(terms);
            case OR -> any(terms);
            default -> new Criterion.Not(any(terms));
        };
    }

    private List<Criterion> maps(@Nullable Object given, FilterPlace place) {
        if (!(given instanceof Collection<?> filters)) {
            throw FilterRefusal.wrong(place.path(), given, "a list of filters");
        }
        List<Criterion> terms = new ArrayList<>(filters.size());
        for (Object filter : filters) {
            FilterPlace each = new FilterPlace(
                    place.model(), place.path() + "[" + terms.size() + "]", place.depth(), place.size());
            terms.add(map(asMap(filter, each), each));
        }
        return terms;
    }

    /** An operator over what was computed of groups. */
    Criterion computed(String alias, Operator operator, @Nullable Object given, FilterPlace place) {
        return OperatorReader.read(place.at(alias).at(operator.toString()), computed(alias, place), operator, given);
    }

    private Subject computed(String alias, FilterPlace place) {
        Map<String, Subject> known = Objects.requireNonNull(computed);
        Subject subject = known.get(alias);
        if (subject == null) {
            throw AggregationParser.unknown(place.path(), alias, List.copyOf(known.keySet()));
        }
        return subject;
    }

    private Criterion named(String name, @Nullable Object given, FilterPlace place) {
        if (computed != null) {
            return value(computed(name, place), given, place.at(name));
        }
        if (KeyOperators.isMeant(name, place)) {
            return KeyOperators.read(place.at(name), given);
        }
        int position = place.model().position(name);
        if (position < 0 || RelationOperators.isMeant(given)) {
            Relation relation = relations.find(place.model(), name);
            if (relation != null) {
                return RelationOperators.read(this, place.inside(relation.target(), name), relation, given);
            }
        }
        int point = name.indexOf('.');
        int start = position < 0 && point > 0 ? place.model().position(name.substring(0, point)) : -1;
        if (start >= 0) {
            FilterPlace inner = place.at(name);
            return value(PathOperators.subject(inner, start, name.substring(point + 1)), given, inner);
        }
        if (position < 0) {
            throw unknown(name, place);
        }
        return value(subject(place, position), given, place.at(name));
    }

    /** Rows that a relation leads to, of the typed face. */
    Criterion related(String name, Quantifier quantifier, Consumer<? super Criteria> group, FilterPlace place) {
        Relation relation = relations.find(place.model(), name);
        if (relation == null) {
            throw unknown(name, place);
        }
        return new Criterion.Related(relation, quantifier, group(group, place.inside(relation.target(), name)));
    }

    private RuntimeException unknown(String name, FilterPlace place) {
        Stream<String> key = place.model().key().isComposite() ? Stream.of(KeyOperators.ID) : Stream.of();
        Stream<String> fields = place.model().columns().stream().map(Column::column);
        List<String> names = Stream.of(
                        key, fields, relations.names(place.model()).stream().map(RelationName::key))
                .flatMap(each -> each)
                .distinct()
                .toList();
        return FilterRefusal.of(
                ErrorCode.NAME_UNKNOWN,
                "`" + name + "` in " + place.path() + " is no field or relation of " + place.model(),
                "it has " + String.join(", ", names),
                NearestName.suggest(name, names));
    }

    /** A value a field must equal, or operators over it. */
    private Criterion value(Subject subject, @Nullable Object given, FilterPlace place) {
        if (given instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> operators = operators(map, place);
            if (!operators.isEmpty()) {
                List<Criterion> terms = new ArrayList<>(operators.size());
                operators.forEach((name, operand) -> terms.add(operator(subject, name, operand, place)));
                return all(terms);
            }
            if (!subject.type().logical().isComposite()) {
                throw FilterRefusal.wrong(place.path(), given, "a value, or a map of operators,");
            }
        } else if (given instanceof Collection<?> && !subject.type().logical().isComposite()) {
            throw FilterRefusal.wrong(place.path(), given, "a value, or {\"$in\": […]} for several,");
        }
        return read(place, subject, Operator.EQ, given);
    }

    private static Criterion read(FilterPlace place, Subject subject, Operator operator, @Nullable Object given) {
        return subject instanceof Subject.OfPath path
                ? PathOperators.read(place, path, operator, given)
                : OperatorReader.read(place, subject, operator, given);
    }

    private Criterion operator(Subject subject, String name, @Nullable Object given, FilterPlace place) {
        Operator operator = Operator.of(name);
        if (operator == null || Operator.QUANTIFIERS.contains(operator)) {
            throw FilterRefusal.unknownOperator(place.path() + "." + name, name, Operator.ofFields());
        }
        if (operator == Operator.NOT) {
            FilterPlace inner = place.deeper(name);
            return new Criterion.Not(value(subject, asMap(given, inner), inner));
        }
        if (Operator.LOGICAL.contains(operator)) {
            throw FilterRefusal.of(
                    ErrorCode.NAME_UNKNOWN,
                    "`" + place.path() + "." + name + "` stands inside of a field",
                    name + " combines filters, and stands beside fields",
                    "write {\"" + name + "\": [{\"name\": …}, {\"name\": …}]}");
        }
        FilterPlace inner = place.at(name);
        return operator == Operator.SIZE
                ? value(ListOperators.size(inner, subject), given, inner)
                : read(inner, subject, operator, given);
    }

    /** The operators in a map; none when none of its keys is one, as in a JSON value. */
    static Map<String, @Nullable Object> operators(Map<?, ?> map, FilterPlace place) {
        Map<String, @Nullable Object> operators = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() instanceof String name && name.startsWith("$")) {
                operators.put(name, entry.getValue());
            }
        }
        if (!operators.isEmpty() && operators.size() < map.size()) {
            throw FilterRefusal.wrong(place.path(), map, "a map of operators alone");
        }
        return operators;
    }

    static Map<?, ?> asMap(@Nullable Object given, FilterPlace place) {
        if (given instanceof Map<?, ?> map) {
            return map;
        }
        throw FilterRefusal.wrong(place.path(), given, "a filter, which is a map,");
    }

    private static Subject subject(FilterPlace place, int position) {
        return new Subject.OfColumn(
                position, place.model().columns().get(position).type());
    }

    static Criterion all(List<Criterion> terms) {
        return terms.size() == 1 ? terms.get(0) : new Criterion.All(terms);
    }

    static Criterion any(List<Criterion> terms) {
        return terms.size() == 1 ? terms.get(0) : new Criterion.Any(terms);
    }
}
