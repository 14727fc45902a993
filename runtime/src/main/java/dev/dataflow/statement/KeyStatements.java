package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements that find out or make keys. */
final class KeyStatements {

    private final Renderer renderer;
    private final DatabaseEngine engine;
    private final Predicates predicates;
    private final DSLContext dsl;

    KeyStatements(Renderer renderer, DatabaseEngine engine, Predicates predicates) {
        this.renderer = renderer;
        this.engine = engine;
        this.predicates = predicates;
        this.dsl = DSL.using(renderer.configuration());
    }

    Statement existing(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        List<Field<?>> key = RowStatements.fields(model, model.key().positions());
        List<Field<?>> selected = new ArrayList<>(key);
        selected.addAll(RowStatements.fields(model, columns));
        SelectConditionStep<Record> select =
                dsl.select(selected).from(model.table()).where(predicates.anyOf(model, columns, count));
        Select<Record> query =
                engine == DatabaseEngine.SQLITE ? select : select.orderBy(key).forUpdate();
        return renderer.render(model, Operation.LOCK, query);
    }

    /** A row that references one of some rows, when there is one. */
    Statement referencing(ModelMetadata<?, ?, ?, ?> model, int column, int count) {
        return renderer.render(
                model,
                Operation.CHECK,
                dsl.selectOne()
                        .from(model.table())
                        .where(predicates.anyOf(model, List.of(column), count))
                        .limit(DSL.inline(1)));
    }

    Statement allocate(ModelMetadata<?, ?, ?, ?> model) {
        return switch (engine.family()) {
            case POSTGRESQL -> renderer.render(model, Operation.ALLOCATE, sequenceNumbers(model));
            case SQLITE -> renderer.render(model, Operation.ALLOCATE, lastNumber(model));
            case MYSQL -> throw new IllegalStateException(engine.label() + " hands keys out as rows are inserted");
        };
    }

    private Select<?> sequenceNumbers(ModelMetadata<?, ?, ?, ?> model) {
        Field<String> sequence = DSL.function(
                "pg_get_serial_sequence",
                SQLDataType.VARCHAR,
                DSL.inline(DSL.using(renderer.configuration()).render(model.table())),
                DSL.inline(model.key().first().column()));
        return dsl.select(DSL.function("nextval", SQLDataType.BIGINT, sequence.cast(POSTGRES_REGCLASS)))
                .from(DSL.table("generate_series(1, {0})", new Parameters(model).call(CallNumber.LIMIT)));
    }

    private static final org.jooq.DataType<Object> POSTGRES_REGCLASS =
            new org.jooq.impl.DefaultDataType<>(org.jooq.SQLDialect.POSTGRES, Object.class, "regclass");

    /** The larger of the number last handed out and the largest key, should rows have come in by other ways. */
    private Select<?> lastNumber(ModelMetadata<?, ?, ?, ?> model) {
        Field<Long> sequence = DSL.field(dsl.select(DSL.field(DSL.name("sqlite_sequence", "seq"), Long.class))
                .from(DSL.table(DSL.name("sqlite_sequence")))
                .where(DSL.field(DSL.name("sqlite_sequence", "name"), String.class)
                        .eq(DSL.inline(model.table().getName()))));
        Field<Long> largest =
                DSL.field(dsl.select(DSL.max(model.key().first().field().coerce(Long.class)))
                        .from(model.table()));
        return dsl.select(DSL.function(
                "max", Long.class, DSL.coalesce(sequence, DSL.inline(0L)), DSL.coalesce(largest, DSL.inline(0L))));
    }
}
