package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of PostgreSQL's catalog, outside of a schema, makes statements fail: types of extensions that are not there, and
 * publications that name columns.
 */
final class CatalogQuestions {

    private static final Set<String> BUILT_IN = Set.of(
            ("smallint,integer,bigint,numeric,decimal,real,double precision,money,text,character varying,character,name,bytea,"
                            + "date,time,time without time zone,time with time zone,timestamp,timestamp without time zone,"
                            + "timestamp with time zone,interval,boolean,uuid,json,jsonb,jsonpath,xml,bit,bit varying,inet,cidr,"
                            + "macaddr,macaddr8,point,line,lseg,box,path,polygon,circle,tsvector,tsquery,oid,regclass,"
                            + "int4range,int8range,numrange,daterange,tsrange,tstzrange,pg_lsn")
                    .split(","));

    private final @Nullable String schema;
    private final SchemaDiff diff;
    private final CurrentNames names;
    private final Set<String> there = new HashSet<>();

    /**
     * Questions about a catalog.
     *
     * @param schema the schema that the tables lie in; empty for the connection's
     */
    CatalogQuestions(String schema, SchemaDiff diff, CurrentNames names) {
        this.schema = schema.isEmpty() ? null : schema;
        this.diff = diff;
        this.names = names;
        for (Schema each : List.of(diff.before(), diff.after())) {
            each.enums().forEach(type -> there.add(type.name()));
            each.domains().forEach(type -> there.add(type.name()));
            each.compositeTypes().forEach(type -> there.add(type.name()));
            each.tables().forEach(table -> there.add(table.name()));
            each.views().forEach(view -> there.add(view.name()));
        }
        diff.before().tables().stream()
                .flatMap(table -> table.columns().stream())
                .forEach(column -> there.add(column.type().name()));
    }

    List<Question> of(Change change) {
        List<Question> questions = new ArrayList<>();
        types(change)
                .filter(type -> !BUILT_IN.contains(type.name()) && !there.contains(type.name()))
                .map(type -> type.sql().replaceAll("(\\[])+$", ""))
                .distinct()
                .forEach(type -> questions.add(missing(change, type)));
        if (change instanceof ColumnChange.Drop drop) {
            questions.add(published(change, drop.table(), drop.column().name()));
        } else if (change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.TYPE) {
            questions.add(published(change, alter.table(), alter.after().name()));
        }
        return questions;
    }

    private static Stream<ColumnType> types(Change change) {
        if (change instanceof TableChange.Create create) {
            return create.created().columns().stream().map(Column::type);
        }
        if (change instanceof ColumnChange.Add add) {
            return Stream.of(add.column().type());
        }
        if (change instanceof ColumnChange.Alter alter && alter.aspect() == ColumnAspect.TYPE) {
            return Stream.of(alter.after().type());
        }
        return Stream.empty();
    }

    private Question missing(Change change, String type) {
        String table = change.ofTable().map(names::table).orElse("");
        String here = "to_regtype(" + literal(type) + ")";
        String there =
                schema == null ? "" : ", to_regtype(" + literal(Quoting.DOUBLE_QUOTES.quote(schema) + "." + type) + ")";
        return new Question(
                Question.Effect.FAILS,
                change,
                table,
                Amount.of("type that is not there: ", "types that are not there: ", type),
                Question.Form.CATALOG,
                "SELECT CASE WHEN coalesce(" + here + there + ") IS NULL THEN 1 ELSE 0 END");
    }

    /** A publication that names a column, in its list or its condition, does not let it go or become another. */
    private Question published(Change change, String table, String column) {
        String current = names.table(table);
        return new Question(
                Question.Effect.FAILS,
                change,
                current,
                Amount.of("publication that names ", "publications that name ", table + "." + column),
                Question.Form.CATALOG,
                "SELECT count(DISTINCT d.objid) FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND"
                        + " a.attnum = d.refobjsubid WHERE d.classid = 'pg_publication_rel'::regclass AND d.refclassid ="
                        + " 'pg_class'::regclass AND d.refobjid = "
                        + literal(Quoting.DOUBLE_QUOTES.quote(new TableName(schema, current)))
                        + "::regclass AND a.attname = "
                        + literal(names.column(table, column)));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
