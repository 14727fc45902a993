package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Routine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions, procedures and aggregates. */
final class Routines {

    /** The types by which a routine is called; an aggregate's say where its order stands. */
    static final String ARGUMENTS = "CASE WHEN p.prokind = 'a' THEN pg_get_function_identity_arguments(p.oid)"
            + " ELSE oidvectortypes(p.proargtypes) END";

    private static final String SQL = """
            SELECT p.proname, p.prokind, %s AS arguments,
              CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END AS definition,
              obj_description(p.oid, 'pg_proc') AS description, quote_ident(n.nspname) AS schema,
              quote_ident(p.proname) AS quoted, p.proparallel,
              nullif(g.aggfinalfn, 0)::regproc::text AS finalfunc, nullif(g.aggcombinefn, 0)::regproc::text AS combinefunc,
              g.aggtransfn::regproc::text AS sfunc, format_type(g.aggtranstype, NULL) AS stype,
              quote_literal(g.agginitval) AS initcond, nullif(g.aggtransspace, 0)::text AS sspace,
              nullif(g.aggserialfn, 0)::regproc::text AS serialfunc,
              nullif(g.aggdeserialfn, 0)::regproc::text AS deserialfunc,
              CASE WHEN g.aggfinalextra THEN 'true' END AS finalfunc_extra,
              CASE WHEN g.aggsortop <> 0 THEN 'OPERATOR(' || quote_ident(opn.nspname) || '.' || op.oprname || ')' END
                AS sortop,
              nullif(g.aggmtransfn, 0)::regproc::text AS msfunc, nullif(g.aggminvtransfn, 0)::regproc::text AS minvfunc,
              CASE WHEN g.aggmtranstype <> 0 THEN format_type(g.aggmtranstype, NULL) END AS mstype,
              nullif(g.aggmfinalfn, 0)::regproc::text AS mfinalfunc, quote_literal(g.aggminitval) AS minitcond
            FROM pg_proc p
              JOIN pg_namespace n ON n.oid = p.pronamespace
              LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
              LEFT JOIN pg_operator op ON op.oid = g.aggsortop
              LEFT JOIN pg_namespace opn ON opn.oid = op.oprnamespace
            WHERE p.pronamespace = ? AND NOT EXISTS (SELECT 1 FROM pg_depend e
              WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
            ORDER BY p.proname, arguments
            """.formatted(ARGUMENTS);

    private static final List<String> AGGREGATE = List.of(
            "sfunc",
            "stype",
            "sspace",
            "finalfunc",
            "finalfunc_extra",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "initcond",
            "msfunc",
            "minvfunc",
            "mstype",
            "mfinalfunc",
            "minitcond",
            "sortop");

    private Routines() {}

    static List<Routine> read(Catalog catalog, long schema) throws SQLException {
        return catalog.list(SQL, Routines::routine, schema);
    }

    private static Routine routine(ResultSet row) throws SQLException {
        Routine.Kind kind = switch (row.getString("prokind")) {
            case "p" -> Routine.Kind.PROCEDURE;
            case "a" -> Routine.Kind.AGGREGATE;
            default -> Routine.Kind.FUNCTION; // window functions say so themselves
        };
        return new Routine(
                kind,
                row.getString("proname"),
                row.getString("arguments"),
                kind == Routine.Kind.AGGREGATE ? aggregate(row) : unqualified(row),
                Catalog.options(row, "comment", "description"));
    }

    /** The server names the schema there whatever the search path is. */
    private static String unqualified(ResultSet row) throws SQLException {
        String quoted = row.getString("quoted");
        String name = row.getString("schema") + "." + quoted + "(";
        String definition = row.getString("definition");
        int at = definition.indexOf(name);
        return definition.substring(0, at) + quoted + definition.substring(at + name.length() - 1);
    }

    private static String aggregate(ResultSet row) throws SQLException {
        List<String> clauses = new ArrayList<>();
        for (String each : AGGREGATE) {
            String value = row.getString(each);
            if (value != null) {
                clauses.add(each.toUpperCase(Locale.ROOT)
                        + (value.equals("true") && each.equals("finalfunc_extra") ? "" : " = " + value));
            }
        }
        switch (row.getString("proparallel")) {
            case "s" -> clauses.add("PARALLEL = SAFE");
            case "r" -> clauses.add("PARALLEL = RESTRICTED");
            default -> {} // what it is anyway
        }
        String arguments = row.getString("arguments");
        return "CREATE AGGREGATE " + row.getString("quoted") + "(" + (arguments.isEmpty() ? "*" : arguments) + ") (\n  "
                + String.join(",\n  ", clauses) + "\n)";
    }
}
