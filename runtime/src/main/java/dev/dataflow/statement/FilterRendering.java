package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.query.Comparison;
import dev.dataflow.query.ConditionOutline;
import dev.dataflow.query.ConditionValue;
import dev.dataflow.query.Criterion;
import dev.dataflow.query.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Row;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * One filter on its way into SQL. Operands are numbered as they come, which is the order of
 * {@link dev.dataflow.query.Filter#operands}. Not thread-safe.
 */
final class FilterRendering {

    private final FilterConditions filters;
    private final DatabaseEngine engine;
    private final RelatedConditions related;
    private final JsonConditions json;
    private int places;

    /**
     * A rendering.
     *
     * @param filters the filters of the database
     * @param changed the model whose table the statement changes; null for none
     */
    FilterRendering(FilterConditions filters, @Nullable ModelMetadata<?, ?, ?, ?> changed) {
        this.filters = filters;
        this.engine = filters.engine();
        this.related = new RelatedConditions(filters, this, changed);
        this.json = new JsonConditions(engine);
    }

    /**
     * A rendering of a filter over groups.
     *
     * @param filters the filters of the database
     * @param place the place of its first operand
     */
    FilterRendering(FilterConditions filters, int place) {
        this(filters, null);
        this.places = place;
    }

    /** The condition of a criterion over a model. */
    Condition of(ModelMetadata<?, ?, ?, ?> model, Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return all.terms().isEmpty() ? DSL.trueCondition() : DSL.and(terms(model, all.terms()));
        }
        if (criterion instanceof Criterion.Any any) {
            return any.terms().isEmpty() ? DSL.falseCondition() : DSL.or(terms(model, any.terms()));
        }
        if (criterion instanceof Criterion.Not not) {
            return not(model, not.term());
        }
        if (criterion instanceof Criterion.Plain plain) {
            return given(model, plain);
        }
        if (criterion instanceof Criterion.Related relation) {
            return related.of(model, relation);
        }
        if (criterion instanceof Criterion.Compare compare) {
            return compare(field(model, compare.subject()), compare.subject(), compare.by());
        }
        if (criterion instanceof Criterion.In in) {
            return in(field(model, in.subject()), in);
        }
        if (criterion instanceof Criterion.Between between) {
            return between(field(model, between.subject()), between.subject());
        }
        return special(model, criterion);
    }

    private Condition given(ModelMetadata<?, ?, ?, ?> model, Criterion.Plain plain) {
        ConditionOutline outline = plain.outline();
        List<ConditionValue> values = outline == null ? List.of() : outline.values();
        int first = places;
        places += values.size();
        return new GivenCondition(model, plain.condition(), first, values);
    }

    private Condition special(ModelMetadata<?, ?, ?, ?> model, Criterion criterion) {
        if (criterion instanceof Criterion.IsNull isNull) {
            return isNull(model, isNull.subject(), true);
        }
        if (criterion instanceof Criterion.Present present) {
            return json.isPresent(column(model, present.subject()), present.subject(), places++);
        }
        if (criterion instanceof Criterion.Holds holds) {
            return new ListConditions(filters).of(column(model, holds.subject()), holds, places++);
        }
        if (criterion instanceof Criterion.Like like) {
            return like(field(model, like.subject()), like.wildcards().ignoreCase());
        }
        if (criterion instanceof Criterion.InRows rows) {
            return inRows(model, rows);
        }
        Criterion.Matches matches = (Criterion.Matches) criterion;
        return matches(field(model, matches.subject()));
    }

    private List<Condition> terms(ModelMetadata<?, ?, ?, ?> model, List<Criterion> terms) {
        return terms.stream().map(term -> of(model, term)).toList();
    }

    private Condition not(ModelMetadata<?, ?, ?, ?> model, Criterion term) {
        if (term instanceof Criterion.All all && all.terms().isEmpty()) {
            return DSL.falseCondition();
        }
        return term instanceof Criterion.IsNull isNull
                ? isNull(model, isNull.subject(), false)
                : DSL.not(of(model, term));
    }

    private Condition isNull(ModelMetadata<?, ?, ?, ?> model, Subject subject, boolean wanted) {
        if (subject instanceof Subject.OfPath path) {
            return json.isNull(column(model, path), path, places++, wanted);
        }
        Field<?> field = field(model, subject);
        return wanted ? field.isNull() : field.isNotNull();
    }

    private static Field<?> column(ModelMetadata<?, ?, ?, ?> model, Subject subject) {
        return model.columns().get(subject.column()).field();
    }

    private Field<?> field(ModelMetadata<?, ?, ?, ?> model, Subject subject) {
        if (subject instanceof Subject.OfGroup computed) {
            return AggregateStatements.value(computed.column(), computed.type().dataType());
        }
        Field<?> column = column(model, subject);
        if (subject instanceof Subject.OfPath path) {
            return json.value(column, path, places++);
        }
        return subject instanceof Subject.OfSize ? ListConditions.size(engine, column) : column;
    }

    private <T> Condition compare(Field<T> field, Subject subject, Comparison by) {
        Field<T> value = value(places++, 0, field, subject);
        return switch (by) {
            case EQ -> field.eq(value);
            case NE -> field.ne(value);
            case GT -> field.gt(value);
            case GTE -> field.ge(value);
            case LT -> field.lt(value);
            case LTE -> field.le(value);
        };
    }

    private <T> Condition between(Field<T> field, Subject subject) {
        int place = places++;
        return field.between(value(place, 0, field, subject), value(place, 1, field, subject));
    }

    private <T> Condition in(Field<T> field, Criterion.In in) {
        int place = places++;
        boolean number = JsonConditions.isNumber(in.subject());
        if (filters.isArray(in.values())) {
            Param<String> array = Parameters.filter(place, 0, FilterForm.ARRAY);
            return DSL.condition(
                    in.negated() ? "{0} <> all({1})" : "{0} = any({1})",
                    field,
                    number ? DSL.field("cast({0} as numeric[])", SQLDataType.OTHER, array) : array);
        }
        List<Field<T>> values = new ArrayList<>();
        for (int i = 0; i < in.values().padded(); i++) {
            values.add(value(place, i, field, in.subject()));
        }
        return in.negated() ? field.notIn(values) : field.in(values);
    }

    private Condition inRows(ModelMetadata<?, ?, ?, ?> model, Criterion.InRows given) {
        Field<?>[] fields =
                given.subjects().stream().map(subject -> column(model, subject)).toArray(Field<?>[]::new);
        int first = places;
        places += fields.length;
        List<Row> rows = new ArrayList<>();
        for (int item = 0; item < given.rows(); item++) {
            Object[] values = new Object[fields.length];
            for (int part = 0; part < fields.length; part++) {
                values[part] = Parameters.filter(first + part, item, fields[part]);
            }
            rows.add(DSL.row(values));
        }
        return RowValues.in(engine, fields, rows);
    }

    /** A value to compare with: numbers inside of JSON are compared in a form of their own. */
    private <T> Field<T> value(int place, int item, Field<T> field, Subject subject) {
        return JsonConditions.isNumber(subject)
                ? json.number(field, Parameters.filter(place, item, FilterForm.NUMBER))
                : Parameters.filter(place, item, field);
    }

    private Condition like(Field<?> field, boolean ignoreCase) {
        Field<?> text = ignoreCase ? filters.lowerCase().of(field) : field;
        String sql = engine.family() == EngineFamily.SQLITE
                ? "{0} glob {1}"
                : "{0} like {1} escape '" + WildcardText.ESCAPE + "'";
        return DSL.condition(sql, text, Parameters.filter(places++, 0, FilterForm.WILDCARDS));
    }

    private Condition matches(Field<?> field) {
        String sql = switch (engine) {
            case POSTGRESQL -> "{0} ~ {1}";
            case MYSQL -> "regexp_like({0}, {1}, 'c')";
            case MARIADB -> "{0} regexp {1}";
            case SQLITE -> "dataflow_regex({1}, {0})";
        };
        return DSL.condition(sql, field, Parameters.filter(places++, 0, FilterForm.EXPRESSION));
    }
}
