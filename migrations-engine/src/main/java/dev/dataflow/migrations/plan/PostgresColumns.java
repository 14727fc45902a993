package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.SequenceNumbers;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** PostgreSQL's statements for columns. */
final class PostgresColumns {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> BUILT_IN = Set.of(
            ("smallint,integer,bigint,numeric,real,double precision,text,character varying,character,boolean,date,time,"
                            + "interval,uuid,json,jsonb,xml,bytea,bit,bit varying,money,inet,cidr,macaddr,macaddr8,"
                            + "point,line,lseg,box,path,polygon,circle,oid,name,tsvector,tsquery")
                    .split(","));
    private static final Set<String> CHARACTERS = Set.of("text", "character varying", "character");

    private final PartText text = new PartText(DatabaseEngine.POSTGRESQL);
    private final Predicate<ColumnChange.Alter> apart;

    /**
     * The statements for columns.
     *
     * @param apart whether heirs and partitions have something of a column that changes otherwise, so that it is changed on the table alone
     */
    PostgresColumns(Predicate<ColumnChange.Alter> apart) {
        this.apart = apart;
    }

    List<String> of(ColumnChange change) {
        String table = "ALTER TABLE " + QUOTING.quote(change.table());
        if (change instanceof ColumnChange.Add add) {
            List<String> statements = new ArrayList<>();
            statements.add(table + " ADD COLUMN " + text.column(add.column()));
            statements.addAll(PostgresColumnOptions.added(add.table(), add.column()));
            if (add.column().options().containsKey("comment")) {
                statements.add(comment(add.table(), add.column()));
            }
            return statements;
        }
        if (change instanceof ColumnChange.Rename rename) {
            return List.of(
                    table + " RENAME COLUMN " + QUOTING.quote(rename.from()) + " TO " + QUOTING.quote(rename.to()));
        }
        return List.of(table + " DROP COLUMN "
                + QUOTING.quote(((ColumnChange.Drop) change).column().name()));
    }

    /** Changes of one column in several aspects. */
    List<String> alter(List<ColumnChange.Alter> changes) {
        List<ColumnAspect> aspects =
                changes.stream().map(ColumnChange.Alter::aspect).toList();
        String table = changes.get(0).table();
        Column before = changes.get(0).before();
        Column after = changes.get(0).after();
        String column = QUOTING.quote(table) + " ALTER COLUMN " + QUOTING.quote(after.name());
        String alter = "ALTER TABLE " + column;
        String defaults = isApart(changes, ColumnAspect.DEFAULT) ? "ALTER TABLE ONLY " + column : alter;
        boolean type = aspects.contains(ColumnAspect.TYPE) || aspects.contains(ColumnAspect.COLLATION);
        List<String> statements = new ArrayList<>();
        if (aspects.contains(ColumnAspect.GENERATED)) {
            if (after.generated() != null) {
                // it computes no column that is there
                statements.addAll(of(new ColumnChange.Drop(table, before)));
                statements.addAll(of(new ColumnChange.Add(table, after)));
                return statements;
            }
            statements.add(alter + " DROP EXPRESSION");
        }
        if (before.defaultValue() != null
                && (type || aspects.contains(ColumnAspect.DEFAULT) && after.defaultValue() == null)) {
            // the old default may not fit the new type
            statements.add(defaults + " DROP DEFAULT");
        }
        if (aspects.contains(ColumnAspect.IDENTITY) && before.identity() != null && after.identity() == null) {
            PostgresPositions.sequence(after)
                    .ifPresent(name -> statements.add(PostgresPositions.ofSequence(table, name, before, after)));
            statements.add(alter + " DROP IDENTITY");
        }
        if (type) {
            statements.add(alter + " TYPE " + type(after) + using(before, after));
        }
        if (aspects.contains(ColumnAspect.NULLABILITY)) {
            boolean alone = after.nullable() && isApart(changes, ColumnAspect.NULLABILITY);
            statements.add((alone ? "ALTER TABLE ONLY " + column : alter)
                    + (after.nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
        }
        if (aspects.contains(ColumnAspect.IDENTITY) && after.identity() != null) {
            statements.addAll(identity(alter, table, before, after, after.identity()));
        }
        if (after.defaultValue() != null && (type || aspects.contains(ColumnAspect.DEFAULT))) {
            statements.add(defaults + " SET DEFAULT " + after.defaultValue());
            if (aspects.contains(ColumnAspect.DEFAULT) && before.identity() == null) {
                PostgresPositions.sequence(after)
                        .ifPresent(name -> statements.add(PostgresPositions.ofSequence(table, name, before, after)));
            }
        }
        if (type || aspects.contains(ColumnAspect.OPTIONS)) {
            statements.addAll(PostgresColumnOptions.changed(table, before, after, type));
        }
        if (aspects.contains(ColumnAspect.OPTIONS)
                && !Objects.equals(
                        before.options().get("comment"), after.options().get("comment"))) {
            statements.add(comment(table, after));
        }
        return statements;
    }

    private boolean isApart(List<ColumnChange.Alter> changes, ColumnAspect aspect) {
        ColumnChange.Alter first = changes.get(0);
        return apart.test(new ColumnChange.Alter(first.table(), aspect, first.before(), first.after()));
    }

    static String comment(String object, Map<String, String> options) {
        String comment = options.get("comment");
        return "COMMENT ON " + object + " IS " + (comment == null ? "NULL" : literal(comment));
    }

    static String numbers(SequenceNumbers numbers) {
        return "INCREMENT BY " + numbers.increment() + " MINVALUE " + numbers.min() + " MAXVALUE " + numbers.max()
                + " START WITH " + numbers.start() + " CACHE " + numbers.cache()
                + (numbers.cycle() ? " CYCLE" : " NO CYCLE");
    }

    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    private static String comment(String table, Column column) {
        return comment("COLUMN " + QUOTING.quote(table) + "." + QUOTING.quote(column.name()), column.options());
    }

    private static String type(Column column) {
        String collation = column.collation();
        if (collation == null) {
            // else the column keeps the one it has
            return column.type().sql() + (CHARACTERS.contains(column.type().name()) ? " COLLATE \"default\"" : "");
        }
        // one outside the search path comes quoted
        boolean quoted = collation.startsWith("\"") && collation.contains("\".\"");
        return column.type().sql() + " COLLATE " + (quoted ? collation : QUOTING.quote(collation));
    }

    private static List<String> identity(String alter, String table, Column before, Column after, Identity identity) {
        SequenceNumbers numbers = identity.numbers();
        String generated = "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT");
        if (before.identity() != null) {
            return List.of(alter + " SET " + generated + (numbers == null ? "" : set(numbers)));
        }
        return List.of(
                alter + " ADD " + generated + " AS IDENTITY" + (numbers == null ? "" : " (" + numbers(numbers) + ")"),
                PostgresPositions.ofIdentity(table, before, after));
    }

    private static String set(SequenceNumbers numbers) {
        return " SET INCREMENT BY " + numbers.increment() + " SET MINVALUE " + numbers.min() + " SET MAXVALUE "
                + numbers.max() + " SET START WITH " + numbers.start() + " SET CACHE " + numbers.cache()
                + (numbers.cycle() ? " SET CYCLE" : " SET NO CYCLE");
    }

    /** Where nothing converts by itself. A cast that is not needed would cut texts silently. */
    private static String using(Column before, Column after) {
        ColumnType from = before.type();
        ColumnType to = after.type();
        boolean single = !from.array() && !to.array();
        boolean itself = from.array() == to.array() && from.name().equals(to.name())
                || CHARACTERS.contains(to.name()) && !to.array()
                || single && NUMBERS.contains(from.name()) && NUMBERS.contains(to.name())
                || single && isTime(from) && isTime(to);
        String column = QUOTING.quote(after.name());
        if (itself) {
            return "";
        }
        if (single && to.name().equals("boolean") && NUMBERS.contains(from.name())) {
            return " USING " + column + " <> 0";
        }
        boolean truth = single && from.name().equals("boolean") && NUMBERS.contains(to.name());
        boolean named = from.array() == to.array() && isNamed(from) && isNamed(to);
        String way = truth ? "::integer" : named ? from.array() ? "::text[]" : "::text" : "";
        return " USING " + column + way + "::" + to.sql();
    }

    /** Whether somebody made it, such as an enum type; two of them convert as texts only. */
    private static boolean isNamed(ColumnType type) {
        return !isBuiltIn(type);
    }

    static boolean isBuiltIn(ColumnType type) {
        return isTime(type) || BUILT_IN.contains(type.name()) || type.name().startsWith("time ");
    }

    private static boolean isTime(ColumnType type) {
        return type.name().equals("date") || type.name().startsWith("timestamp");
    }
}
