package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.DefinedType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Range types and collations, as the statements that create them. */
final class DefinedTypes {

    private static final List<String> RANGE =
            List.of("subtype", "subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type_name");

    private static final List<String> COLLATION =
            List.of("provider", "locale", "lc_collate", "lc_ctype", "deterministic", "rules");

    private static final String OWN = "NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = '%s'::regclass"
            + " AND e.objid = %s.oid AND e.deptype = 'e')";

    private static final String RANGES = """
            SELECT t.typname AS name, quote_ident(t.typname) AS quoted, format_type(r.rngsubtype, NULL) AS subtype,
              CASE WHEN NOT oc.opcdefault THEN quote_ident(oc.opcname) END AS subtype_opclass,
              CASE WHEN r.rngcollation <> s.typcollation THEN quote_ident(co.collname) END AS collation,
              nullif(r.rngcanonical, 0)::regproc::text AS canonical, nullif(r.rngsubdiff, 0)::regproc::text AS subtype_diff,
              %s AS multirange_type_name, obj_description(t.oid, 'pg_type') AS description
            FROM pg_range r
              JOIN pg_type t ON t.oid = r.rngtypid
              JOIN pg_type s ON s.oid = r.rngsubtype
              LEFT JOIN pg_opclass oc ON oc.oid = r.rngsubopc
              LEFT JOIN pg_collation co ON co.oid = r.rngcollation
            WHERE t.typnamespace = ? AND %s
            ORDER BY t.typname
            """;

    /** What the server calls it by itself is not named. */
    private static final String MULTIRANGE = """
            (SELECT quote_ident(m.typname) FROM pg_type m WHERE m.oid = r.rngmultitypid AND m.typname <> CASE
              WHEN strpos(t.typname, 'range') > 0 THEN regexp_replace(t.typname, 'range', 'multirange')
              ELSE t.typname || '_multirange' END)
            """;

    private static final String COLLATIONS = """
            SELECT c.collname AS name, quote_ident(c.collname) AS quoted,
              CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END AS provider,
              CASE WHEN c.collprovider <> 'c' THEN quote_literal(%1$s) END AS locale,
              CASE WHEN c.collprovider = 'c' THEN quote_literal(c.collcollate) END AS lc_collate,
              CASE WHEN c.collprovider = 'c' THEN quote_literal(c.collctype) END AS lc_ctype,
              CASE WHEN NOT c.collisdeterministic THEN 'false' END AS deterministic, %2$s AS rules,
              obj_description(c.oid, 'pg_collation') AS description
            FROM pg_collation c
            WHERE c.collnamespace = ? AND %3$s
            ORDER BY c.collname
            """;

    private DefinedTypes() {}

    static List<DefinedType> read(Catalog catalog, int version, long schema) throws SQLException {
        List<DefinedType> all = new ArrayList<>(catalog.list(
                RANGES.formatted(version >= 14 ? MULTIRANGE : "NULL", OWN.formatted("pg_type", "t")),
                row -> type(row, DefinedType.Kind.RANGE_TYPE, "CREATE TYPE ", " AS RANGE (", RANGE),
                schema));
        String locale = version >= 17 ? "c.colllocale" : version >= 15 ? "c.colliculocale" : "c.collcollate";
        all.addAll(catalog.list(
                COLLATIONS.formatted(
                        locale,
                        version >= 16 ? "quote_literal(c.collicurules)" : "NULL",
                        OWN.formatted("pg_collation", "c")),
                row -> type(row, DefinedType.Kind.COLLATION, "CREATE COLLATION ", " (", COLLATION),
                schema));
        return all;
    }

    private static DefinedType type(
            ResultSet row, DefinedType.Kind kind, String create, String open, List<String> clauses)
            throws SQLException {
        List<String> said = new ArrayList<>();
        for (String clause : clauses) {
            @Nullable String value = row.getString(clause);
            if (value != null) {
                said.add(clause.toUpperCase(Locale.ROOT) + " = " + value);
            }
        }
        return new DefinedType(
                kind,
                row.getString("name"),
                create + row.getString("quoted") + open + String.join(", ", said) + ")",
                Catalog.options(row, "comment", "description"));
    }
}
