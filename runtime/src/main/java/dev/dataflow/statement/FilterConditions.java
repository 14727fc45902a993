package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.LogicalType;
import dev.dataflow.query.Filter;
import dev.dataflow.query.Operand;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Makes conditions of filters. Immutable and thread-safe. */
final class FilterConditions {

    private final DatabaseEngine engine;
    private final TraitConditions traits;
    private final LowerCaseField lowerCase;

    FilterConditions(DatabaseEngine engine, TraitConditions traits, LowerCaseField lowerCase) {
        this.engine = engine;
        this.traits = traits;
        this.lowerCase = lowerCase;
    }

    /**
     * The condition of a filter over a model, without the predicates of its own traits.
     *
     * @param writes whether the statement changes the model's table
     */
    Condition of(ModelMetadata<?, ?, ?, ?> model, Filter filter, boolean writes) {
        return filter.isEmpty()
                ? DSL.noCondition()
                : new FilterRendering(this, writes ? model : null).of(model, filter.root());
    }

    /** What decides a filter's SQL on this database: with it, filters share statements. */
    List<Object> shape(Filter filter) {
        if (filter.lists().isEmpty()) {
            return filter.shape();
        }
        List<Object> shape = new ArrayList<>(filter.shape());
        for (Operand.Values<?> list : filter.lists()) {
            shape.add(isArray(list) ? 0 : list.padded());
        }
        return shape;
    }

    DatabaseEngine engine() {
        return engine;
    }

    TraitConditions traits() {
        return traits;
    }

    LowerCaseField lowerCase() {
        return lowerCase;
    }

    /** PostgreSQL takes a list as one parameter. An array of arrays would be taken for one of their elements. */
    boolean isArray(Operand.Values<?> list) {
        LogicalType type = list.type().logical();
        return engine == DatabaseEngine.POSTGRESQL && type != LogicalType.TEXT_LIST && type != LogicalType.INT64_LIST;
    }
}
