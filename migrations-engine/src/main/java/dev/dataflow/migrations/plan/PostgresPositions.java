package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where sequences of PostgreSQL go on for columns that have rows: behind their numbers, and those that were given before. */
final class PostgresPositions {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;
    private static final Pattern NEXT = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

    private PostgresPositions() {}

    /** The sequence that numbers of a column come from as its default, as SQL names it. */
    static Optional<String> sequence(Column column) {
        if (column.defaultValue() == null || !NUMBERS.contains(column.type().name())) {
            return Optional.empty();
        }
        Matcher next = NEXT.matcher(column.defaultValue());
        return next.matches() ? Optional.of(next.group(1).replace("''", "'")) : Optional.empty();
    }

    /** The statement that has an identity go on. */
    static String ofIdentity(String table, Column before, Column after) {
        return statement(table, after, identity(table, after), old(table, before));
    }

    /** The statement that has a sequence go on that is a default from now on. */
    static String ofSequence(String table, String sequence, Column before, Column after) {
        return statement(table, after, PostgresColumns.literal(sequence) + "::regclass", old(table, before));
    }

    /** The sequence inside of a column; the one that a serial column owns may still be there beside it. */
    private static String identity(String table, Column column) {
        return "(SELECT d.objid FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
                + " WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'"
                + " AND d.refobjid = " + PostgresColumns.literal(QUOTING.quote(table)) + "::regclass AND a.attname = "
                + PostgresColumns.literal(column.name()) + ")";
    }

    private static String old(String table, Column before) {
        if (before.identity() != null) {
            return " UNION ALL SELECT pg_sequence_last_value(" + identity(table, before) + ")";
        }
        return sequence(before)
                .map(name -> " UNION ALL SELECT last_value - CASE WHEN is_called THEN 0 ELSE 1 END FROM " + name)
                .orElse("");
    }

    /** Below its start it stays there, and its bounds are kept: a sequence that is used up says so when it is asked. */
    private static String statement(String table, Column column, String sequence, String old) {
        String name = QUOTING.quote(column.name());
        return "SELECT setval(q.seqrelid::regclass, CASE WHEN q.seqincrement > 0 THEN least(p.most, q.seqmax)"
                + " ELSE greatest(p.least, q.seqmin) END)"
                + " FROM pg_sequence q, (SELECT max(n) AS most, min(n) AS least FROM (SELECT max(" + name
                + ")::bigint AS n FROM " + QUOTING.quote(table) + " UNION ALL SELECT min(" + name + ")::bigint FROM "
                + QUOTING.quote(table) + " UNION ALL SELECT pg_sequence_last_value(" + sequence + ")" + old
                + ") numbers) p WHERE q.seqrelid = " + sequence + " AND CASE WHEN q.seqincrement > 0"
                + " THEN p.most >= q.seqstart ELSE p.least <= q.seqstart END";
    }
}
