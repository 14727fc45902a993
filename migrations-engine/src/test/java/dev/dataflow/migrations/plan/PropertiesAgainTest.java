package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.reader.PropertyReader;
import dev.dataflow.migrations.risk.RiskAssessor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes and comes back has its owner, its grants, its comments and its settings again. */
class PropertiesAgainTest extends PlannedTest {

    private static final List<String> ROLES = List.of("dataflow_reader", "dataflow_owner", "dataflow \"odd\"");

    private static final String SAID = """
            SELECT concat_ws(' ', what, said) FROM (
              SELECT relname || ' ' || pg_get_userbyid(relowner) AS what,
                (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(coalesce(relacl, acldefault('r', relowner))) a) AS said
              FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
              UNION ALL
              SELECT proname || ' ' || pg_get_userbyid(proowner),
                (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(coalesce(proacl, acldefault('f', proowner))) a)
              FROM pg_proc WHERE pronamespace = 'public'::regnamespace
              UNION ALL
              SELECT relname || '.' || attname, concat_ws(' ', attacl::text, nullif(attstattarget, -1), pg_get_expr(adbin, adrelid))
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
              UNION ALL
              SELECT i.indexrelid::regclass::text, concat_ws(' ', indisclustered, indisreplident) FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid WHERE relnamespace = 'public'::regnamespace
              UNION ALL
              SELECT i.type || ' ' || i.identity, d.description FROM pg_description d
                CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i WHERE i.schema = 'public' OR i.identity LIKE '%public.%'
            ) all_of_it ORDER BY 1
            """;

    @BeforeEach
    void roles() throws SQLException {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others keep grants by names");
        dropRoles();
        for (String role : ROLES) {
            execute("CREATE ROLE " + q(role));
        }
        execute("GRANT CREATE, USAGE ON SCHEMA public TO dataflow_owner, dataflow_reader");
    }

    @AfterEach
    void dropRoles() throws SQLException {
        if (engine != DatabaseEngine.POSTGRESQL) {
            return;
        }
        for (String role : ROLES) {
            if (!query("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'").isEmpty()) {
                execute("DROP OWNED BY " + q(role) + " CASCADE", "DROP ROLE " + q(role));
            }
        }
    }

    private PlanOptions asked(PlanOptions options) {
        return options.withProperties(() -> new PropertyReader(engine).read(connection, null));
    }

    @Test
    void allThatIsSaidOfObjectsIsSaidAgain() throws SQLException {
        List<String> rest = List.of(
                "CREATE VIEW v AS SELECT id, a AS \"An \"\"a\"\"\" FROM t",
                "CREATE MATERIALIZED VIEW m AS SELECT id, upper(a) AS a FROM t",
                "CREATE UNIQUE INDEX mi ON m (id)",
                "CREATE INDEX me ON m ((a || 'x'))",
                "CREATE FUNCTION f(r v) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS 'SELECT r.\"An \"\"a\"\"\"'",
                "CREATE FUNCTION g(r v) RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL'",
                "CREATE POLICY p ON t USING (a <> 'x')",
                "CREATE RULE r AS ON UPDATE TO t WHERE old.a = 'x' DO ALSO DELETE FROM t WHERE a = 'y'",
                "ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING btree (lower(a) WITH =)",
                "CREATE UNIQUE INDEX ta ON t (lower(a), id)",
                "COMMENT ON INDEX ta IS 'of the index'",
                "COMMENT ON VIEW v IS 'of v'");
        List<String> said = List.of(
                "COMMENT ON COLUMN v.\"An \"\"a\"\"\" IS 'it''s \\ of the column'",
                "ALTER VIEW v ALTER COLUMN id SET DEFAULT 7",
                "GRANT SELECT, INSERT ON v TO dataflow_reader",
                "GRANT SELECT ON v TO \"dataflow \"\"odd\"\"\" WITH GRANT OPTION",
                "GRANT UPDATE (\"An \"\"a\"\"\") ON v TO PUBLIC",
                "REVOKE TRUNCATE ON v FROM CURRENT_USER",
                "ALTER VIEW v OWNER TO dataflow_owner",
                "GRANT SELECT ON m TO dataflow_reader",
                "COMMENT ON COLUMN m.a IS 'of the materialised column'",
                "ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STATISTICS 77",
                "ALTER MATERIALIZED VIEW m CLUSTER ON mi",
                "ALTER INDEX me ALTER COLUMN 1 SET STATISTICS 78",
                "REVOKE ALL ON FUNCTION f(v) FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION f(v) TO dataflow_reader",
                "ALTER FUNCTION f(v) OWNER TO dataflow_owner",
                "COMMENT ON POLICY p ON t IS 'of the policy'",
                "COMMENT ON RULE r ON t IS 'of the rule'",
                "COMMENT ON CONSTRAINT ex ON t IS 'of the exclusion'",
                "COMMENT ON CONSTRAINT short ON t IS 'of the check'",
                "ALTER INDEX ta ALTER COLUMN 1 SET STATISTICS 79",
                "ALTER TABLE t CLUSTER ON ta",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO \"dataflow \"\"odd\"\"\"",
                "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        String table = "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a %s, CONSTRAINT short CHECK (length(a) < 9))";
        List<String> before = new ArrayList<>(List.of(table.formatted("varchar(10)")));
        before.addAll(rest);
        execute(before.toArray(String[]::new));
        execute(said.toArray(String[]::new));
        List<String> state = query(SAID);
        List<String> after = new ArrayList<>(List.of(table.formatted("text")));
        after.addAll(rest);
        SchemaDiff diff = to(after.toArray(String[]::new));
        for (PlanOptions options : List.of(PlanOptions.plain(version()), online())) {
            Plan plan = Plan.of(diff, asked(options));
            assertThat(plan.steps())
                    .extracting(step -> step.inverse().missing())
                    .containsOnlyNulls();
            assertThat(new RiskAssessor().assess(plan, diff, Facts.unknown()).steps())
                    .allMatch(step -> step.points().stream()
                            .noneMatch(point -> point.rule().equals("unknown-statement")));
            run(plan, diff);
            assertThat(query(SAID)).isEqualTo(state);
            undo(plan, diff);
            assertThat(query(SAID)).isEqualTo(state);
        }
        execute("ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC");
    }

    @Test
    void whatBecomesAnotherKeepsWhatIsSaid() throws SQLException {
        execute(
                "CREATE TABLE t (id int NOT NULL, a int NOT NULL, g int GENERATED ALWAYS AS (a + 1) STORED, CONSTRAINT u UNIQUE (id))",
                "CREATE UNIQUE INDEX i ON t (id)",
                "ALTER TABLE t REPLICA IDENTITY USING INDEX i",
                "COMMENT ON CONSTRAINT u ON t IS 'of the key'",
                "GRANT SELECT (g) ON t TO dataflow_reader");
        List<String> state = List.of(
                "i f t",
                "t.g {dataflow_reader=r/" + query("SELECT current_user").get(0),
                "table constraint u on public.t of the key");
        SchemaDiff diff = to(
                "CREATE TABLE t (id int NOT NULL, a int NOT NULL, g int GENERATED ALWAYS AS (a + 2) STORED, CONSTRAINT u UNIQUE (id, a))",
                "CREATE UNIQUE INDEX i ON t (id, a)",
                "ALTER TABLE t REPLICA IDENTITY USING INDEX i");
        for (PlanOptions options : List.of(PlanOptions.plain(version()), online())) {
            Plan plan = Plan.of(diff, asked(options));
            run(plan, diff);
            assertSaid(state);
            undo(plan, diff);
            assertSaid(state);
        }
    }

    private void assertSaid(List<String> parts) throws SQLException {
        String all = String.join("\n", query(SAID));
        assertThat(parts).allMatch(all::contains);
    }

    @Test
    void anOwnerThatCannotBeSetIsNamedAndOthersAreNot() throws SQLException {
        execute(
                "CREATE TABLE t (a varchar(10))",
                "CREATE VIEW v AS SELECT a FROM t",
                "CREATE VIEW w AS SELECT a FROM t",
                "COMMENT ON COLUMN w.a IS 'of the column'",
                "GRANT SELECT ON v TO dataflow_reader",
                "ALTER VIEW v OWNER TO dataflow_owner",
                "ALTER TABLE t OWNER TO dataflow_reader",
                "ALTER VIEW w OWNER TO dataflow_reader");
        SchemaDiff diff = to(
                "CREATE TABLE t (a text)", "CREATE VIEW v AS SELECT a FROM t", "CREATE VIEW w AS SELECT a AS b FROM t");
        execute("SET ROLE dataflow_reader");
        Plan plan = Plan.of(diff, asked(PlanOptions.plain(version())));
        execute("RESET ROLE");
        assertThat(plan.steps().stream().map(step -> step.inverse().missing()).filter(each -> each != null))
                .containsExactlyInAnyOrder(
                        "not coming back: of w what was said of its columns or parts, which may be others",
                        "not coming back: of v its owner dataflow_owner, since dataflow_reader cannot make that role one");
        assertThat(plan.steps().get(0).statements()).containsExactly("DROP VIEW \"v\"");
    }

    @Test
    void nobodyIsAskedWithoutNeed() throws SQLException {
        execute("CREATE TABLE t (a int)");
        SchemaDiff diff = to("CREATE TABLE t (a bigint, b int)");
        Plan.of(diff, PlanOptions.plain(version()).withProperties(() -> {
            throw new AssertionError("asked");
        }));
    }
}
