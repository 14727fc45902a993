package dev.dataflow.statement;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.query.Criterion;
import dev.dataflow.query.Criterion.Quantifier;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Conditions over the rows that relations lead to, which have the traits of their own model. Tables keep their names, so that
 * conditions of jOOQ mean the nearest: where a model leads to itself, rows are looked up by key instead of compared with the
 * outer ones, which could not be named.
 */
final class RelatedConditions {

    private final FilterConditions filters;
    private final FilterRendering rendering;
    private final @Nullable ModelMetadata<?, ?, ?, ?> changed;

    RelatedConditions(
            FilterConditions filters, FilterRendering rendering, @Nullable ModelMetadata<?, ?, ?, ?> changed) {
        this.filters = filters;
        this.rendering = rendering;
        this.changed = changed;
    }

    /** The condition over rows of the model that the relation leads from. It is true or false, never unknown. */
    Condition of(ModelMetadata<?, ?, ?, ?> model, Criterion.Related related) {
        Relation relation = filters.traits().agreeing(model, related.relation());
        Condition rows = rows(relation.target(), related);
        Condition some = isByKey(model, relation) ? byKey(model, relation, rows) : exists(model, relation, rows);
        return related.quantifier() == Quantifier.SOME ? some : DSL.not(some);
    }

    /** The rows looked for; of EVERY those that must not be there. */
    private Condition rows(ModelMetadata<?, ?, ?, ?> target, Criterion.Related related) {
        Condition matching = rendering.of(target, related.of());
        List<Condition> all = new ArrayList<>(filters.traits().related(target));
        if (related.quantifier() == Quantifier.EVERY) {
            all.add(DSL.condition("({0}) is not true", matching));
        } else if (!(related.of() instanceof Criterion.All none)
                || !none.terms().isEmpty()) {
            all.add(matching);
        }
        return all.isEmpty() ? DSL.noCondition() : DSL.and(all);
    }

    /** MySQL reads no table that it changes, but in a derived table, which knows nothing of outer rows. */
    private boolean isByKey(ModelMetadata<?, ?, ?, ?> model, Relation relation) {
        return relation.target().table().equals(model.table()) || isChanged(relation);
    }

    private boolean isChanged(Relation relation) {
        return filters.engine().family() == EngineFamily.MYSQL
                && changed != null
                && relation.target().table().equals(changed.table());
    }

    private static Condition exists(ModelMetadata<?, ?, ?, ?> model, Relation relation, Condition rows) {
        List<Condition> joined = new ArrayList<>();
        for (int i = 0; i < relation.to().size(); i++) {
            joined.add(same(
                    relation.target().columns().get(relation.to().get(i)).field(),
                    model.columns().get(relation.from().get(i)).field()));
        }
        return DSL.exists(DSL.select(DSL.one())
                .from(relation.target().table())
                .where(DSL.and(joined))
                .and(rows));
    }

    private Condition byKey(ModelMetadata<?, ?, ?, ?> model, Relation relation, Condition rows) {
        List<Field<?>> from = RowStatements.fields(model, relation.from());
        List<Field<?>> to = RowStatements.fields(relation.target(), relation.to());
        Condition known = DSL.and(to.stream().map(Field::isNotNull).toList());
        Select<?> keys = isChanged(relation)
                ? materialised(relation, to, known.and(rows))
                : DSL.select(to).from(relation.target().table()).where(known).and(rows);
        return DSL.and(from.stream().map(Field::isNotNull).toList())
                .and(DSL.row(from).in(cast(keys)));
    }

    /** DISTINCT keeps MySQL from merging the derived table into the outer query, where it would be refused. */
    private static Select<?> materialised(Relation relation, List<Field<?>> to, Condition rows) {
        List<Field<?>> outer = new ArrayList<>();
        to.forEach(field -> outer.add(DSL.field(DSL.name("related", field.getName()), field.getDataType())));
        return DSL.select(outer)
                .from(DSL.selectDistinct(to)
                        .from(relation.target().table())
                        .where(rows)
                        .asTable("related"));
    }

    @SuppressWarnings("unchecked") // rows of any columns are records
    private static Select<org.jooq.Record> cast(Select<?> keys) {
        return (Select<org.jooq.Record>) keys;
    }

    /** A reference and the key it points to are of one type. */
    @SuppressWarnings("unchecked")
    private static <T> Condition same(Field<T> to, Field<?> from) {
        return to.eq((Field<T>) from);
    }
}
