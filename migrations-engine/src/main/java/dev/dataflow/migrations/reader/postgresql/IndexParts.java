package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.NullOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns and expressions of indexes. */
final class IndexParts {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    /**
     * 100 is the default collation. The expression alone does not say which it has, so where the statement names the default one anywhere
     * each expression names it, too, which does no harm.
     */
    private static final String SQL = """
            SELECT i.indexrelid, k.n > i.indnkeyatts AS included, a.attname,
              CASE WHEN k.num = 0 THEN pg_get_indexdef(i.indexrelid, k.n::int, false) END AS expression,
              i.indoption[k.n - 1] AS option, %1$s AS parameters,
              CASE WHEN NOT oc.opcdefault OR %1$s IS NOT NULL THEN oc.opcname END AS operator_class,
              CASE WHEN i.indcollation[k.n - 1] <> coalesce(a.attcollation, 100) OR k.num = 0
                AND i.indcollation[k.n - 1] = 100 AND strpos(pg_get_indexdef(i.indexrelid), ' COLLATE "default"') > 0
                THEN co.collname END AS collation
            FROM pg_class c
              JOIN pg_index i ON i.indrelid = c.oid
              CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(num, n)
              LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num AND k.num <> 0
              LEFT JOIN pg_opclass oc ON k.n <= i.indnkeyatts AND oc.oid = i.indclass[k.n - 1]
              LEFT JOIN pg_collation co ON k.n <= i.indnkeyatts AND co.oid = i.indcollation[k.n - 1]
              LEFT JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = k.n
            WHERE c.relnamespace = ? AND c.relkind IN ('r', 'p', 'm')
            ORDER BY i.indexrelid, k.n
            """;

    private static final String PARAMETERS = "array_to_string(ia.attoptions, ', ')";

    /**
     * One part.
     *
     * @param part the part
     * @param included whether the index only holds it
     */
    record Placed(KeyPart part, boolean included) {}

    private IndexParts() {}

    /** The parts by the indexes' oids. */
    static Map<Long, List<Placed>> read(Catalog catalog, int version, long schema) throws SQLException {
        return catalog.grouped(
                SQL.formatted(version >= 13 ? PARAMETERS : "NULL"),
                row -> row.getLong("indexrelid"),
                row -> new Placed(part(row), row.getBoolean("included")),
                schema);
    }

    static List<KeyPart> keys(List<Placed> parts) {
        return parts.stream().filter(each -> !each.included()).map(Placed::part).toList();
    }

    static List<String> included(List<Placed> parts) {
        return parts.stream()
                .filter(Placed::included)
                .map(each -> String.valueOf(each.part().column()))
                .toList();
    }

    private static KeyPart part(ResultSet row) throws SQLException {
        int option = row.getInt("option");
        boolean descending = (option & DESCENDING) != 0;
        boolean first = (option & NULLS_FIRST) != 0;
        return new KeyPart(
                row.getString("attname"),
                row.getString("expression"),
                descending,
                first == descending ? NullOrder.DEFAULT : first ? NullOrder.FIRST : NullOrder.LAST,
                row.getString("collation"),
                operatorClass(row.getString("operator_class"), row.getString("parameters")),
                null);
    }

    private static @Nullable String operatorClass(@Nullable String name, @Nullable String parameters) {
        return name == null || parameters == null ? name : name + " (" + parameters + ")";
    }
}
