package dev.dataflow.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.Measure;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of locks that are held until others are done. */
class HeldLocksTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;
    private static final ServerVersion VERSION = ServerVersion.of("17");
    private static final Measure UNTOLD = Measure.unknown("not told");

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.of(ENGINE, type));
    }

    private static Schema schema(Column... columns) {
        var table = Table.named("things");
        List.of(columns).forEach(table::column);
        return Schema.empty(ENGINE).withTables(List.of(table.build()));
    }

    private static List<String> remarks(SchemaDiff diff, double secondsOfReading) {
        Plan plan = Plan.of(diff, PlanOptions.plain(VERSION));
        Measure size = Measure.of(1_000_000, "told");
        TableFacts things = new TableFacts(
                        "things", size, false, size, UNTOLD, UNTOLD, UNTOLD, UNTOLD, Map.<String, Long>of())
                .withReading(Measure.of(secondsOfReading, "read"));
        Facts facts = Facts.of(ServerFacts.unknown("not told"), List.of(things), List.of());
        return HeldLocks.remarks(
                new JudgedPlan(diff, plan, VERSION, facts, new RiskAssessor().assess(plan, diff, facts), null, null));
    }

    @Test
    void stepsThatCommitTogetherHoldTheirLocksUntilTheLastIsDone() {
        SchemaDiff both = SchemaDiff.of(
                schema(column("a", "integer"), column("b", "integer")),
                schema(column("a", "integer").withNullable(false), column("b", "bigint")));
        assertThat(remarks(both, 10))
                .containsExactly(
                        "Steps 1 to 2 commit together: what the first locks is held until the last is done, 21 s–3 min.");
        assertThat(remarks(both, 0.001)).isEmpty();
        SchemaDiff one = SchemaDiff.of(schema(column("b", "integer")), schema(column("b", "bigint")));
        assertThat(remarks(one, 10)).isEmpty();
    }
}
