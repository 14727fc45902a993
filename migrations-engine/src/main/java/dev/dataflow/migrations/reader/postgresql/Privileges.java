package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.reader.row.Catalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Owners and grants of views and routines, and grants of columns. */
final class Privileges {

    /** What somebody has by being the one who makes it: the server's own defaults, or those that were altered. */
    private static final String ANEW = """
            SELECT k.kind, r.rolname AS grantee, a.grantee = u.oid AS own, a.privilege_type, a.is_grantable
            FROM pg_roles u
              CROSS JOIN (VALUES ('r'), ('f')) k(kind)
              CROSS JOIN LATERAL (
                SELECT coalesce((SELECT d.defaclacl FROM pg_default_acl d WHERE d.defaclrole = u.oid
                  AND d.defaclnamespace = 0 AND d.defaclobjtype = k.kind::"char"), acldefault(k.kind::"char", u.oid)) AS acl
                UNION ALL SELECT d.defaclacl FROM pg_default_acl d
                WHERE d.defaclrole = u.oid AND d.defaclnamespace = ? AND d.defaclobjtype = k.kind::"char") x
              CROSS JOIN LATERAL aclexplode(x.acl) a
              LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE u.rolname = current_user
            """;

    private static final String OBJECTS = """
            SELECT 'r' AS kind, c.relname AS name, NULL AS arguments, c.relkind::text AS relkind, o.rolname AS owner,
              c.relowner = u.oid AS own, %1$s AS can
            FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner JOIN pg_roles u ON u.rolname = current_user
            WHERE c.relnamespace = ? AND c.relkind IN ('v', 'm')
            UNION ALL
            SELECT 'f', p.proname, %2$s, p.prokind::text, o.rolname, p.proowner = u.oid, %1$s
            FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner JOIN pg_roles u ON u.rolname = current_user
            WHERE p.pronamespace = ?
            """;

    private static final String CAN_OWN = "(u.rolsuper OR pg_has_role(u.oid, o.oid, '%s')"
            + " AND pg_has_role(u.oid, o.oid, 'USAGE') AND has_schema_privilege(o.oid, ?::oid, 'CREATE'))";

    private static final String GRANTS = """
            SELECT 'r' AS kind, c.relname AS name, NULL AS arguments, r.rolname AS grantee, a.grantee = c.relowner AS own,
              a.privilege_type, a.is_grantable
            FROM pg_class c
              CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
              LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE c.relnamespace = ? AND c.relkind IN ('v', 'm')
            UNION ALL
            SELECT 'f', p.proname, %s, r.rolname, a.grantee = p.proowner, a.privilege_type, a.is_grantable
            FROM pg_proc p
              CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE p.pronamespace = ?
            """;

    private static final String COLUMNS = """
            SELECT c.relname, c.relkind IN ('v', 'm') AS of_view, t.attname, r.rolname AS grantee, false AS own,
              a.privilege_type, a.is_grantable
            FROM pg_class c
              JOIN pg_attribute t ON t.attrelid = c.oid AND t.attnum > 0 AND NOT t.attisdropped
              CROSS JOIN LATERAL aclexplode(t.attacl) a
              LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE c.relnamespace = ? AND c.relkind IN ('v', 'm', 'r', 'p')
            ORDER BY c.relname, t.attnum
            """;

    /**
     * A view or a routine.
     *
     * @param routine whether it is a routine
     * @param name its name
     * @param arguments the types of a routine
     */
    record Named(boolean routine, String name, String arguments) {}

    /**
     * Whose it is.
     *
     * @param materialised whether it is a materialised view
     * @param owner the role
     * @param own whether that is who asks
     * @param can whether who asks can make the role an owner
     */
    record Owned(boolean materialised, String owner, boolean own, boolean can) {}

    /**
     * A column.
     *
     * @param relation its table or view
     * @param view whether that is a view
     * @param name its name
     */
    record Place(String relation, boolean view, String name) {}

    final Grants newView = new Grants();
    final Grants newRoutine = new Grants();
    final Map<Named, Owned> owners = new LinkedHashMap<>();
    final Map<Named, Grants> grants = new LinkedHashMap<>();
    final Map<Place, Grants> columns = new LinkedHashMap<>();

    private final String maker;

    private Privileges(String maker) {
        this.maker = maker;
    }

    /** Who asks. */
    String maker() {
        return maker;
    }

    static Privileges read(Catalog catalog, int version, long schema) throws SQLException {
        String maker = catalog.list("SELECT current_user::text", row -> row.getString(1))
                .get(0);
        Privileges all = new Privileges(maker);
        catalog.list(
                ANEW,
                row -> {
                    (row.getString("kind").equals("f") ? all.newRoutine : all.newView).add(grant(row));
                    return all;
                },
                schema);
        // who may not be set to act as a role cannot make it an owner from version 16 on
        String can = CAN_OWN.formatted(version >= 16 ? "SET" : "MEMBER");
        catalog.list(
                OBJECTS.formatted(can, Routines.ARGUMENTS),
                row -> all.owners.put(
                        named(row),
                        new Owned(
                                row.getString("relkind").equals("m"),
                                row.getString("owner"),
                                row.getBoolean("own"),
                                row.getBoolean("can"))),
                schema,
                schema,
                schema,
                schema);
        catalog.list(
                GRANTS.formatted(Routines.ARGUMENTS),
                row -> {
                    all.grants.computeIfAbsent(named(row), each -> new Grants()).add(grant(row));
                    return all;
                },
                schema,
                schema);
        catalog.list(
                COLUMNS,
                row -> {
                    Place place =
                            new Place(row.getString("relname"), row.getBoolean("of_view"), row.getString("attname"));
                    all.columns.computeIfAbsent(place, each -> new Grants()).add(grant(row));
                    return all;
                },
                schema);
        return all;
    }

    private static Named named(ResultSet row) throws SQLException {
        String arguments = row.getString("arguments");
        return new Named(row.getString("kind").equals("f"), row.getString("name"), arguments == null ? "" : arguments);
    }

    private static Grants.Grant grant(ResultSet row) throws SQLException {
        return new Grants.Grant(
                row.getString("grantee"),
                row.getBoolean("own"),
                row.getString("privilege_type"),
                row.getBoolean("is_grantable"));
    }
}
