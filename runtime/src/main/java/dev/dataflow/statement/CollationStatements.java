package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.type.ColumnTypes;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements that ask the database how it compares texts. */
final class CollationStatements {

    private final Renderer renderer;
    private final DatabaseEngine engine;
    private final DSLContext dsl;

    CollationStatements(Renderer renderer, DatabaseEngine engine) {
        this.renderer = renderer;
        this.engine = engine;
        this.dsl = DSL.using(renderer.configuration());
    }

    /** Column, qualifier and name of each collation of some columns by which different texts are equal. */
    Statement collations(ModelMetadata<?, ?, ?, ?> model, List<Column<?>> columns) {
        QueryPart names = DSL.list(
                columns.stream().map(column -> DSL.inline(column.column())).toList());
        return renderer.render(
                model,
                Operation.CATALOG,
                switch (engine.family()) {
                    case POSTGRESQL ->
                        dsl.resultQuery(
                                "select a.attname, n.nspname, l.collname "
                                        + "from pg_catalog.pg_attribute a "
                                        + "join pg_catalog.pg_collation l on l.oid = a.attcollation "
                                        + "join pg_catalog.pg_namespace n on n.oid = l.collnamespace "
                                        + "where a.attrelid = pg_catalog.to_regclass({0}) and not l.collisdeterministic "
                                        + "and a.attname in ({1})",
                                DSL.inline(dsl.render(model.table())), names);
                    case MYSQL ->
                        dsl.resultQuery(
                                "select COLUMN_NAME, CHARACTER_SET_NAME, COLLATION_NAME "
                                        + "from information_schema.COLUMNS "
                                        + "where TABLE_SCHEMA = {0} and TABLE_NAME = {1} and COLUMN_NAME in ({2}) "
                                        + "and COLLATION_NAME not in ('utf8mb4_0900_bin', 'utf8mb4_nopad_bin')",
                                schema(model), DSL.inline(model.table().getName()), names);
                    case SQLITE -> dsl.resultQuery("{0}", compared(model, columns));
                });
    }

    private static QueryPart schema(ModelMetadata<?, ?, ?, ?> model) {
        @Nullable Schema schema = model.table().getSchema();
        return schema == null || schema.getName().isEmpty() ? DSL.sql("database()") : DSL.inline(schema.getName());
    }

    /** No pragma tells: the columns themselves compare texts. */
    private static QueryPart compared(ModelMetadata<?, ?, ?, ?> model, List<Column<?>> columns) {
        QueryPart all = null;
        for (Column<?> column : columns) {
            QueryPart one = DSL.sql(
                    "select {0}, null, case when v.t = 'A' then 'NOCASE' else 'RTRIM' end "
                            + "from (select {1} as t from {2} where false union all select 'a') v "
                            + "where v.t = 'A' or v.t = 'a '",
                    DSL.inline(column.column()), DSL.name(column.column()), model.table());
            all = all == null ? one : DSL.sql("{0} union all {1}", all, one);
        }
        return Objects.requireNonNull(all);
    }

    /**
     * For each text of a list the number of the first one it is equal to. Of long texts MySQL and MariaDB would sort by the
     * beginning only, and then not see equal ones that are apart.
     */
    Statement equalTexts(ModelMetadata<?, ?, ?, ?> model, Collation collation) {
        Param<List<String>> texts = DSL.param(Parameters.PREFIX + "row:0:0", ColumnTypes.TEXT_LIST.dataType());
        return renderer.render(
                model,
                Operation.COMPARE,
                switch (engine) {
                    case POSTGRESQL ->
                        dsl.resultQuery(
                                "select min(v.n) over (partition by v.t collate {0})"
                                        + " from unnest(cast({1} as text[])) with ordinality as v (t, n) order by v.n",
                                name(collation), texts);
                    case MYSQL ->
                        dsl.resultQuery(
                                "select /*+ set_var(max_sort_length = 65536) */ min(v.n) over (partition by"
                                        + " convert(v.t using {0}) collate {1}) from " + LIST + " order by v.n",
                                characterSet(collation),
                                DSL.name(collation.name()),
                                texts);
                    case MARIADB ->
                        dsl.resultQuery(
                                "set statement max_sort_length = 65536 for select min(v.n) over (partition by"
                                        + " convert(v.t using {0}) collate {1}) from " + LIST + " order by v.n",
                                characterSet(collation),
                                DSL.name(collation.name()),
                                texts);
                    case SQLITE ->
                        dsl.resultQuery(
                                "select min(v.key) over (partition by v.value collate {0}) from json_each({1}) as v"
                                        + " order by v.key",
                                DSL.name(collation.name()), texts);
                });
    }

    /** MariaDB sorts large objects by a part of what their collation compares, so they are none. */
    private static final String LIST =
            "json_table({2}, '$[*]' columns (n for ordinality, t varchar(16383) path '$')) as v";

    private static QueryPart name(Collation collation) {
        return DSL.name(Objects.requireNonNull(collation.qualifier()), collation.name());
    }

    private static QueryPart characterSet(Collation collation) {
        return DSL.name(Objects.requireNonNull(collation.qualifier()));
    }
}
