package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.Measure;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.risk.ExpectedTime;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.risk.StepRisk;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long steps are expected to take: multiples of what reading the rows takes on this server. */
class StepTimesTest extends PlannedTest {

    private static final String TABLE = "CREATE TABLE work (id int NOT NULL PRIMARY KEY, a varchar(20), b int)";
    private static final String INDEX = "CREATE INDEX work_a ON work (a)";
    private static final Measure UNTOLD = Measure.unknown("not told");

    @Test
    void rowsAreReadToTellHowLongMoreTakes() throws SQLException {
        execute(TABLE, "INSERT INTO work VALUES (1, 'x', 1)");
        for (int filled = 1; filled < 20_000; filled *= 2) {
            execute("INSERT INTO work SELECT id + " + filled + ", a, b FROM work");
        }
        SchemaDiff diff = to(TABLE, INDEX);
        Plan plan = plan(diff);
        Facts facts = new FactReader(engine, new Budget(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ZERO))
                .read(connection, plan, diff);
        assertThat(facts.table("work").reading().isKnown()).isTrue();
        assertThat(facts.table("work").reading().source()).contains("32,768 rows took");
        ExpectedTime index = times(plan, diff, facts).get(0);
        assertThat(index.known()).isTrue();
        assertThat(index.mostMillis()).isGreaterThan(index.leastMillis());
        assertThat(index.source()).isEqualTo(facts.table("work").reading().source());
    }

    @Test
    void aSmallTableTakesLessThanASecondAndACatalogNothing() throws SQLException {
        execute(TABLE, "INSERT INTO work VALUES (1, 'x', 1)");
        SchemaDiff diff = to(TABLE.replace(", b int)", ", b int, c int)"), INDEX);
        Plan plan = Plan.of(diff, online());
        Facts facts = new FactReader(engine, Budget.SHORT).read(connection, plan, diff);
        assertThat(times(plan, diff, facts).stream().map(ExpectedTime::words)).containsExactly("brief", "< 1 s");
    }

    @Test
    void withoutADatabaseOnlyTheCatalogIsKnown() throws SQLException {
        execute(TABLE);
        SchemaDiff diff = to(TABLE.replace(", b int)", ", b int, c int)"), INDEX, "CREATE TABLE other (id int)");
        Plan plan = Plan.of(diff, online());
        assertThat(times(plan, diff, Facts.unknown()).stream().map(ExpectedTime::words))
                .containsExactlyInAnyOrder("brief", "brief", "unknown");
    }

    @Test
    void aRewriteTakesItsIndexesAlong() throws SQLException {
        execute(TABLE);
        SchemaDiff plain = to(TABLE.replace("b int", "b decimal(9,2)"));
        long without = rewrite(plain);
        execute(INDEX);
        SchemaDiff indexed = to(TABLE.replace("b int", "b decimal(9,2)"), INDEX);
        assertThat(rewrite(indexed)).isGreaterThan(without);
    }

    private long rewrite(SchemaDiff diff) {
        Measure rows = Measure.of(1_000_000, "told");
        TableFacts work = new TableFacts(
                        "work", rows, false, rows, UNTOLD, UNTOLD, UNTOLD, UNTOLD, Map.<String, Long>of())
                .withReading(Measure.of(1, "read"));
        Facts facts = Facts.of(ServerFacts.unknown("not told"), List.of(work), List.of());
        ExpectedTime time = times(plan(diff), diff, facts).stream()
                .filter(each -> !each.brief())
                .findFirst()
                .orElseThrow();
        assertThat(time.source()).isEqualTo("read");
        return time.mostMillis();
    }

    private List<ExpectedTime> times(Plan plan, SchemaDiff diff, Facts facts) {
        return new RiskAssessor()
                .assess(plan, diff, facts).steps().stream().map(StepRisk::time).toList();
    }
}
