package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.model.LogicalType;
import dev.dataflow.query.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Values inside of JSON. A value of another kind than the one looked for is NULL, and so is JSON's null. */
final class JsonConditions {

    private final DatabaseEngine engine;

    JsonConditions(DatabaseEngine engine) {
        this.engine = engine;
    }

    static boolean isNumber(Subject subject) {
        return subject instanceof Subject.OfPath path && path.type().logical() == LogicalType.DECIMAL;
    }

    /** The value at a path. */
    Field<?> value(Field<?> json, Subject.OfPath path, int place) {
        return switch (path.type().logical()) {
            case DECIMAL -> DSL.field(number(), SQLDataType.DOUBLE, parts(json, path, place));
            case BOOLEAN -> DSL.field(bool(), SQLDataType.BOOLEAN, parts(json, path, place));
            default -> DSL.field(text(), SQLDataType.CLOB, parts(json, path, place));
        };
    }

    /** A number to compare with, in the form that numbers inside of JSON are compared in. */
    <T> Field<T> number(Field<T> like, Param<String> number) {
        return engine == DatabaseEngine.POSTGRESQL
                ? DSL.field("cast({0} as numeric)", like.getDataType(), number)
                : DSL.field("{0}", like.getDataType(), number);
    }

    Condition isPresent(Field<?> json, Subject.OfPath path, int place) {
        String sql = engine == DatabaseEngine.SQLITE ? "json_type({0}, {1}) is not null" : node() + " is not null";
        return DSL.condition(sql, parts(json, path, place));
    }

    Condition isNull(Field<?> json, Subject.OfPath path, int place, boolean wanted) {
        return DSL.condition(
                "coalesce(" + kind() + ", 'null')" + (wanted ? " = 'null'" : " <> 'null'"), parts(json, path, place));
    }

    private String node() {
        return engine == DatabaseEngine.POSTGRESQL ? "{0}" : "json_extract({0}, {1})";
    }

    private String kind() {
        return switch (engine) {
            case POSTGRESQL -> "jsonb_typeof({0})";
            case MYSQL, MARIADB -> "lower(json_type(json_extract({0}, {1})))";
            case SQLITE -> "json_type({0}, {1})";
        };
    }

    private String text() {
        return switch (engine) {
            case POSTGRESQL -> "(case when jsonb_typeof({0}) = 'string' then {0} #>> '{}' end) collate \"C\"";
            case MYSQL -> whenString("json_unquote(json_extract({0}, {1}))") + " collate utf8mb4_0900_bin";
            // there json_unquote loses characters beyond three bytes
            case MARIADB -> whenString("json_value({0}, {1})") + " collate utf8mb4_nopad_bin";
            case SQLITE -> "case when json_type({0}, {1}) = 'text' then json_extract({0}, {1}) end";
        };
    }

    private static String whenString(String text) {
        return "(case when json_type(json_extract({0}, {1})) = 'STRING' then " + text + " end)";
    }

    private String number() {
        return switch (engine) {
            case POSTGRESQL -> "case when jsonb_typeof({0}) = 'number' then cast({0} as numeric) end";
            case MYSQL, MARIADB ->
                "case when json_type(json_extract({0}, {1})) in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL')"
                        + " then cast(json_extract({0}, {1}) as double) end";
            case SQLITE ->
                "case when json_type({0}, {1}) in ('integer', 'real') then cast(json_extract({0}, {1}) as real) end";
        };
    }

    private String bool() {
        return switch (engine) {
            case POSTGRESQL -> "case when jsonb_typeof({0}) = 'boolean' then cast({0} as boolean) end";
            case MYSQL, MARIADB ->
                "case when json_type(json_extract({0}, {1})) = 'BOOLEAN' then"
                        + " json_unquote(json_extract({0}, {1})) = 'true' end";
            case SQLITE -> "case json_type({0}, {1}) when 'true' then 1 when 'false' then 0 end";
        };
    }

    /** The column and the path; on PostgreSQL the value itself, which is reached key by key: a path would count elements. */
    private QueryPart[] parts(Field<?> json, Subject.OfPath path, int place) {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return new QueryPart[] {json, Parameters.filter(place, 0, FilterForm.PATH)};
        }
        List<QueryPart> steps = new ArrayList<>(List.of(json));
        StringBuilder sql = new StringBuilder("({0}");
        for (int i = 0; i < path.path().keys().size(); i++) {
            sql.append(" -> {").append(i + 1).append('}');
            steps.add(Parameters.filter(place, i, FilterForm.PATH));
        }
        return new QueryPart[] {
            DSL.field(sql.append(')').toString(), SQLDataType.JSONB, steps.toArray(new QueryPart[0]))
        };
    }
}
