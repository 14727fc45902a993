package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that heirs and partitions have from their parents, and what they have of their own. */
class PostgresHeirsTest extends PlannedTest {

    @BeforeEach
    void onPostgres() {
        Assumptions.assumeTrue(engine == DatabaseEngine.POSTGRESQL, "others have no heirs");
    }

    @Test
    void aParentsDefaultLeavesThatOfAnHeir() throws SQLException {
        String heirs = "CREATE TABLE h (a int DEFAULT 5, c int) INHERITS (p)";
        execute("CREATE TABLE p (a int DEFAULT 1, b int DEFAULT 1)", heirs, "CREATE TABLE g () INHERITS (h)");
        Plan plan =
                checked("CREATE TABLE p (a int DEFAULT 2, b int DEFAULT 3)", heirs, "CREATE TABLE g () INHERITS (h)");
        assertThat(sql(plan))
                .containsExactlyInAnyOrder(
                        "ALTER TABLE ONLY \"p\" ALTER COLUMN \"a\" SET DEFAULT 2",
                        "ALTER TABLE \"p\" ALTER COLUMN \"b\" SET DEFAULT 3");
    }

    @Test
    void anHeirGetsAndLosesADefaultOfItsOwn() throws SQLException {
        execute(
                "CREATE TABLE p (a int DEFAULT 1, b int DEFAULT 2)",
                "CREATE TABLE h (a int DEFAULT 5) INHERITS (p)",
                "INSERT INTO h VALUES (7, 8)");
        Plan plan = checked(
                "CREATE TABLE p (a int DEFAULT 1, b int DEFAULT 2)", "CREATE TABLE h (b int DEFAULT 6) INHERITS (p)");
        assertThat(plan.steps()).allMatch(step -> step.losses().isEmpty());
        assertThat(query("SELECT concat(a, b) FROM h")).containsExactly("78");
    }

    @Test
    void aTypeComesWithTheParentsAndDefaultsStay() throws SQLException {
        execute(
                "CREATE TABLE p (a int DEFAULT 1, b varchar(5) DEFAULT '1', d int)",
                "CREATE TABLE h (a int DEFAULT 5, b varchar(5) DEFAULT '2') INHERITS (p)",
                "CREATE TABLE g (d int DEFAULT 4) INHERITS (h)",
                "CREATE INDEX hi ON h (lower(b))");
        checked(
                "CREATE TABLE p (a bigint DEFAULT 1, b int DEFAULT 7, d numeric)",
                "CREATE TABLE h (a bigint DEFAULT 5, b int DEFAULT 8) INHERITS (p)",
                "CREATE TABLE g (d numeric DEFAULT 9) INHERITS (h)",
                "CREATE INDEX hi ON h (lower(b::text))");
    }

    @Test
    void columnsComeAndGoWithTheParents() throws SQLException {
        execute("CREATE TABLE p (a int, gone text)", "CREATE TABLE h (gone text DEFAULT 'x') INHERITS (p)");
        SchemaDiff diff =
                to("CREATE TABLE p (a int, b bigint DEFAULT 1)", "CREATE TABLE h (b bigint DEFAULT 2) INHERITS (p)");
        Plan plan = Plan.of(diff, online());
        execute("ALTER TABLE h ALTER gone DROP DEFAULT, ALTER gone SET DEFAULT 'x'");
        assertThat(sql(plan)).noneMatch(sql -> sql.contains("\"h\" ADD COLUMN"));
    }

    @Test
    void nullsOfParentsLeaveThoseOfHeirsOrAreRefused() throws SQLException {
        execute(
                "CREATE TABLE p (a int NOT NULL, b int)",
                "CREATE TABLE h (a int NOT NULL) INHERITS (p)",
                "CREATE TABLE i () INHERITS (p)");
        Plan plan = checked(
                "CREATE TABLE p (a int, b int NOT NULL)",
                "CREATE TABLE h (a int NOT NULL) INHERITS (p)",
                "CREATE TABLE i () INHERITS (p)");
        assertThat(sql(plan))
                .contains("ALTER TABLE ONLY \"p\" ALTER COLUMN \"a\" DROP NOT NULL")
                .filteredOn(sql -> sql.contains("\"b\""))
                .containsExactly("ALTER TABLE \"p\" ALTER COLUMN \"b\" SET NOT NULL");
    }

    @Test
    void partitionsHaveDefaultsOfTheirOwnAndNoNullsOfTheirOwn() throws SQLException {
        String low = "CREATE TABLE low PARTITION OF p (a %s) FOR VALUES FROM (0) TO (9)";
        String high = "CREATE TABLE high PARTITION OF p FOR VALUES FROM (9) TO (99)";
        execute("CREATE TABLE p (id int, a int DEFAULT 1) PARTITION BY RANGE (id)", low.formatted("DEFAULT 5"), high);
        checked(
                "CREATE TABLE p (id int, a bigint DEFAULT 2) PARTITION BY RANGE (id)",
                low.formatted("DEFAULT 5"),
                high);
        execute("ALTER TABLE p ALTER a SET NOT NULL");
        SchemaDiff diff = to(
                "CREATE TABLE p (id int, a int DEFAULT 1) PARTITION BY RANGE (id)",
                low.formatted("NOT NULL DEFAULT 5"),
                high);
        assertThatThrownBy(() -> plan(diff))
                .hasMessageStartingWith("[DF-330] ")
                .hasMessageContaining(", which heirs or partitions of p have otherwise");
    }

    private Plan checked(String... target) throws SQLException {
        SchemaDiff diff = to(target);
        Plan online = Plan.of(diff, online());
        run(online, diff);
        undo(online, diff);
        Plan plan = plan(diff);
        run(plan, diff);
        undo(plan, diff);
        return plan;
    }
}
