package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Relation;
import dev.dataflow.query.Criterion.Quantifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters over the rows that relations lead to, given as maps. */
final class RelationOperators {

    private RelationOperators() {}

    /** Whether a value is a filter of other rows, where a field and a relation have one name. */
    static boolean isMeant(@Nullable Object given) {
        return given instanceof Map<?, ?> map
                && !map.isEmpty()
                && map.keySet().stream().allMatch(key -> !String.valueOf(key).startsWith("$") || isQuantifier(key));
    }

    static Criterion read(FilterReader reader, FilterPlace place, Relation relation, @Nullable Object given) {
        if (given == null) {
            return exists(relation, false);
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw FilterRefusal.wrong(place.path(), given, "a filter of the rows it leads to");
        }
        List<Criterion> terms = new ArrayList<>();
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (Operator.EXISTS.toString().equals(key)
                    || Operator.NULL.toString().equals(key)) {
                boolean flag = OperatorReader.flag(place.at(String.valueOf(key)), value);
                terms.add(exists(relation, flag == Operator.EXISTS.toString().equals(key)));
            } else if (isQuantifier(key)) {
                terms.add(quantified(reader, place, relation, String.valueOf(key), value));
            } else {
                rest.put(key, value);
            }
        });
        if (!rest.isEmpty()) {
            if (relation.many()) {
                throw unfit(place, "leads to many rows", "say how many must match, as in {\"$some\": {…}}");
            }
            terms.add(new Criterion.Related(relation, Quantifier.SOME, reader.map(rest, place)));
        } else if (map.isEmpty()) {
            terms.add(exists(relation, true));
        }
        return FilterReader.all(terms);
    }

    private static Criterion quantified(
            FilterReader reader, FilterPlace place, Relation relation, String key, @Nullable Object given) {
        if (!relation.many()) {
            throw unfit(place.at(key), "counts rows, but the relation leads to one", "filter it without " + key);
        }
        FilterPlace inner = place.at(key);
        if (!(given instanceof Map<?, ?> filter)) {
            throw FilterRefusal.wrong(inner.path(), given, "a filter, which is a map,");
        }
        Quantifier quantifier = Quantifier.valueOf(Operator.of(key).name());
        return new Criterion.Related(relation, quantifier, reader.map(filter, inner));
    }

    private static Criterion exists(Relation relation, boolean wanted) {
        return new Criterion.Related(
                relation, wanted ? Quantifier.SOME : Quantifier.NONE, new Criterion.All(List.of()));
    }

    private static boolean isQuantifier(Object key) {
        return Operator.QUANTIFIERS.stream()
                .anyMatch(quantifier -> quantifier.toString().equals(key));
    }

    private static RuntimeException unfit(FilterPlace place, String what, String fix) {
        return FilterRefusal.of(
                ErrorCode.OPERATOR_UNFIT,
                "`" + place.path() + "` " + what,
                "a relation to one row is filtered by its fields, one to many by $some, $none or $every",
                fix);
    }
}
