package dev.dataflow.query;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NearestName;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relations;
import dev.dataflow.query.Aggregation.Output;
import dev.dataflow.type.ColumnTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.OrderField;

/** Reads what an aggregation was told. */
public final class AggregationParser {

    private final ModelMetadata<?, ?, ?, ?> model;
    private final Relations relations;
    private final AggregateTypes types;

    /**
     * A parser of aggregations over one model.
     *
     * @param model the model
     * @param relations knows what it is related to
     */
    public AggregationParser(ModelMetadata<?, ?, ?, ?> model, Relations relations) {
        this.model = model;
        this.relations = relations;
        this.types = new AggregateTypes(model);
    }

    /**
     * Reads an aggregation.
     *
     * @param query what it was told
     * @return the aggregation
     * @throws InvalidInputException DF-101 when it asks for nothing, DF-106 for an unknown name, DF-107 for an order that
     *     cannot be, DF-108 for a column of another table, DF-140 for a function that does not fit its field, DF-141 for an
     *     alias that cannot be, and what {@link FilterParser#parse} throws
     */
    public Aggregation parse(AggregateQuery query) {
        List<Output> outputs = new ArrayList<>();
        for (Object group : query.groups()) {
            int position = position(group, "group_by");
            if (isGrouped(outputs, position)) {
                continue;
            }
            Column<?> column = model.columns().get(position);
            types.checkEquality("group_by", column);
            outputs.add(new Output(column.column(), null, position, column.type()));
        }
        int groups = outputs.size();
        for (AggregateQuery.Computed computed : query.computed()) {
            outputs.add(output(computed, outputs));
        }
        if (outputs.isEmpty()) {
            throw FilterRefusal.of(
                    ErrorCode.PARAMETER_MISSING,
                    "an aggregation of " + model + " asks for nothing",
                    "it neither groups nor computes",
                    "call groupBy, or a function such as count(\"n\")");
        }
        Map<String, Subject> computed = new LinkedHashMap<>();
        for (int i = groups; i < outputs.size(); i++) {
            computed.put(
                    outputs.get(i).name(), new Subject.OfGroup(i, outputs.get(i).type()));
        }
        FilterSize size = new FilterSize();
        return new Aggregation(
                outputs,
                new FilterParser(model, relations).parse(query, size),
                having(query, computed, size),
                order(query, outputs, groups),
                query.isLimited());
    }

    private Filter having(AggregateQuery query, Map<String, Subject> computed, FilterSize size) {
        return query.having().isEmpty()
                ? Filter.ALL
                : new Filter(new FilterReader(relations, computed)
                        .steps(query.having(), new FilterPlace(model, "having", 0, size)));
    }

    private Output output(AggregateQuery.Computed asked, List<Output> before) {
        String alias = asked.alias();
        boolean taken = model.position(alias) >= 0 || isNamed(before, alias);
        if (taken || !isAlias(alias)) {
            throw FilterRefusal.of(
                    ErrorCode.ALIAS_INVALID,
                    "an aggregation of " + model + " names a value `" + alias + "`",
                    taken ? "a field or another value has this name" : "aliases are letters, digits and _",
                    taken ? "give it a name of its own" : "give it such a name");
        }
        Object field = asked.field();
        if (field == null) {
            if (asked.function() != AggregateFunction.COUNT) {
                throw FilterRefusal.of(
                        ErrorCode.PARAMETER_MISSING,
                        "`" + alias + "` of " + model + " is the " + asked.function() + " of no field",
                        "only rows themselves can be counted",
                        "name a field");
            }
            return new Output(alias, asked.function(), -1, ColumnTypes.INT64);
        }
        int position = position(field, "aggregate." + alias);
        return new Output(
                alias,
                asked.function(),
                position,
                types.of(alias, asked.function(), model.columns().get(position)));
    }

    private static boolean isGrouped(List<Output> outputs, int position) {
        for (Output output : outputs) {
            if (output.column() == position) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(List<Output> outputs, String name) {
        for (Output output : outputs) {
            if (output.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Letters, numbers and _ of any script, and first no number. */
    private static boolean isAlias(String given) {
        for (int i = 0; i < given.length(); i = given.offsetByCodePoints(i, 1)) {
            int c = given.codePointAt(i);
            if (c != '_' && !Character.isLetter(c) && (i == 0 || !isNumber(c))) {
                return false;
            }
        }
        return !given.isEmpty();
    }

    private static boolean isNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private int position(Object given, String where) {
        return given instanceof Field<?> field
                ? FilterReader.position(field, new FilterPlace(model, where, 0, new FilterSize()))
                : FilterParser.position(model, (String) given, where);
    }

    private List<Sort> order(AggregateQuery query, List<Output> outputs, int groups) {
        List<Sort> order = new ArrayList<>();
        OrderReader reader = new OrderReader(model, "an aggregation");
        for (OrderField<?> field : query.order()) {
            Sort sort = reader.step(field);
            order.add(new Sort(output(model.columns().get(sort.column()).column(), outputs), sort.descending()));
        }
        for (String given : query.sort()) {
            OrderReader.Named step = OrderReader.Named.of(given);
            order.add(new Sort(output(step.name(), outputs), step.descending()));
        }
        for (int i = 0; i < groups; i++) {
            if (!isOrdered(order, i)) {
                order.add(new Sort(i, false));
            }
        }
        return order;
    }

    private static boolean isOrdered(List<Sort> order, int output) {
        for (Sort sort : order) {
            if (sort.column() == output) {
                return true;
            }
        }
        return false;
    }

    private int output(String name, List<Output> outputs) {
        int position = model.position(name);
        String wanted = position < 0 ? name : model.columns().get(position).column();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(wanted)) {
                return i;
            }
        }
        throw unknown("sort", name, outputs.stream().map(Output::name).toList());
    }

    static InvalidInputException unknown(String where, String name, List<String> known) {
        return FilterRefusal.of(
                ErrorCode.NAME_UNKNOWN,
                "`" + name + "` in " + where + " is nothing the groups hold",
                known.isEmpty() ? "they hold nothing there" : "they hold " + String.join(", ", known),
                NearestName.suggest(name, known));
    }
}
