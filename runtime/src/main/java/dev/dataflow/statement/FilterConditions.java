package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.query.Comparison;
import dev.dataflow.query.Criterion;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Operand;
import dev.dataflow.query.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** Makes conditions of filters. */
final class FilterConditions {

    private final DatabaseEngine engine;
    private final LowerCaseField lowerCase;

    FilterConditions(DatabaseEngine engine, LowerCaseField lowerCase) {
        this.engine = engine;
        this.lowerCase = lowerCase;
    }

    /** The condition of a filter over a model. */
    Condition of(ModelMetadata<?, ?, ?, ?> model, Filter filter) {
        return filter.matchesAll() ? DSL.noCondition() : new Rendering(model).of(filter.root());
    }

    /** What decides a filter's SQL on this database: with it, filters share statements. */
    List<Object> shape(Filter filter) {
        if (filter.lists().isEmpty()) {
            return filter.shape();
        }
        List<Object> shape = new ArrayList<>(filter.shape());
        for (Operand.Values<?> list : filter.lists()) {
            shape.add(isArray(list) ? 0 : padded(list));
        }
        return shape;
    }

    /** PostgreSQL takes a list as one parameter. An array of arrays would be taken for one of their elements. */
    private boolean isArray(Operand.Values<?> list) {
        LogicalType type = list.type().logical();
        return engine == DatabaseEngine.POSTGRESQL && type != LogicalType.TEXT_LIST && type != LogicalType.INT64_LIST;
    }

    /** Elsewhere lists are padded, so that few statements serve all lengths; the last value repeats. */
    private static int padded(Operand.Values<?> list) {
        int size = list.list().size();
        return size < 2 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    /** One filter on its way into SQL: operands are numbered as they come, which is the order of {@link Filter#operands}. */
    private final class Rendering {

        private final ModelMetadata<?, ?, ?, ?> model;
        private int places;

        Rendering(ModelMetadata<?, ?, ?, ?> model) {
            this.model = model;
        }

        Condition of(Criterion criterion) {
            if (criterion instanceof Criterion.All all) {
                return all.terms().isEmpty() ? DSL.trueCondition() : DSL.and(terms(all.terms()));
            }
            if (criterion instanceof Criterion.Any any) {
                return any.terms().isEmpty() ? DSL.falseCondition() : DSL.or(terms(any.terms()));
            }
            if (criterion instanceof Criterion.Not not) {
                return not(not.term());
            }
            if (criterion instanceof Criterion.Plain plain) {
                return new GivenCondition(model, plain.condition());
            }
            if (criterion instanceof Criterion.IsNull isNull) {
                return field(isNull.subject()).isNull();
            }
            if (criterion instanceof Criterion.Compare compare) {
                return compare(field(compare.subject()), compare.by());
            }
            if (criterion instanceof Criterion.Between between) {
                return between(field(between.subject()));
            }
            if (criterion instanceof Criterion.In in) {
                return in(field(in.subject()), in);
            }
            if (criterion instanceof Criterion.Like like) {
                return like(field(like.subject()), like.wildcards().ignoreCase());
            }
            return matches(field(((Criterion.Matches) criterion).subject()));
        }

        private List<Condition> terms(List<Criterion> terms) {
            return terms.stream().map(this::of).toList();
        }

        private Condition not(Criterion term) {
            if (term instanceof Criterion.All all && all.terms().isEmpty()) {
                return DSL.falseCondition();
            }
            return term instanceof Criterion.IsNull isNull
                    ? field(isNull.subject()).isNotNull()
                    : DSL.not(of(term));
        }

        private Field<?> field(Subject subject) {
            return model.columns().get(((Subject.OfColumn) subject).column()).field();
        }

        private <T> Condition compare(Field<T> field, Comparison by) {
            Param<T> value = Parameters.filter(places++, 0, field);
            return switch (by) {
                case EQ -> field.eq(value);
                case NE -> field.ne(value);
                case GT -> field.gt(value);
                case GTE -> field.ge(value);
                case LT -> field.lt(value);
                case LTE -> field.le(value);
            };
        }

        private <T> Condition between(Field<T> field) {
            int place = places++;
            return field.between(Parameters.filter(place, 0, field), Parameters.filter(place, 1, field));
        }

        private <T> Condition in(Field<T> field, Criterion.In in) {
            int place = places++;
            if (isArray(in.values())) {
                return DSL.condition(
                        in.negated() ? "{0} <> all({1})" : "{0} = any({1})",
                        field,
                        Parameters.filter(place, FilterForm.ARRAY));
            }
            List<Field<T>> values = new ArrayList<>();
            for (int i = 0; i < padded(in.values()); i++) {
                values.add(Parameters.filter(place, i, field));
            }
            return in.negated() ? field.notIn(values) : field.in(values);
        }

        private Condition like(Field<?> field, boolean ignoreCase) {
            Field<?> text = ignoreCase ? lowerCase.of(field) : field;
            String sql = engine.family() == EngineFamily.SQLITE
                    ? "{0} glob {1}"
                    : "{0} like {1} escape '" + WildcardText.ESCAPE + "'";
            return DSL.condition(sql, text, Parameters.filter(places++, FilterForm.WILDCARDS));
        }

        private Condition matches(Field<?> field) {
            String sql = switch (engine) {
                case POSTGRESQL -> "{0} ~ {1}";
                case MYSQL -> "regexp_like({0}, {1}, 'c')";
                case MARIADB -> "{0} regexp {1}";
                case SQLITE -> "dataflow_regex({1}, {0})";
            };
            return DSL.condition(sql, field, Parameters.filter(places++, FilterForm.EXPRESSION));
        }
    }
}
