package dev.dataflow.migrations.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.Measure;
import dev.dataflow.migrations.fact.ServerFacts;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.rule.Category;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What replicas that are late, and a disk that is full, make of a change that writes much. */
class ServerStrainTest {

    private static final double TABLE_BYTES = 100e6;
    private static final Measure UNKNOWN = Measure.unknown("test");

    @Test
    void aRewriteThatDoesNotFitOnTheDiskIsCritical() {
        assertThat(widened(server(0, 0, 1e12)).level()).isEqualTo(Level.HIGH);
        // the table again, and the log of it
        assertThat(widened(server(0, 0, 2 * TABLE_BYTES)).level()).isEqualTo(Level.HIGH);
        Assessment full = widened(server(0, 0, 2 * TABLE_BYTES - 1));
        assertThat(full.level()).isEqualTo(Level.CRITICAL);
        assertThat(full.steps().get(0).points())
                .extracting(Point::fact)
                .anyMatch(fact ->
                        fact.startsWith("the disk gets full: it needs about 200.0 MB, and 200.0 MB of disk are free"));
    }

    @Test
    void lateReplicasMakeWritingHeavier() {
        int fresh = load(server(0, 0, 1e12));
        assertThat(load(server(16e6, 1, 1e12))).isEqualTo(fresh);
        assertThat(load(server(500e6, 0, 1e12))).isGreaterThan(fresh);
        assertThat(load(server(0, 30, 1e12))).isGreaterThan(fresh);
        assertThat(load(server(2e9, 0, 1e12)))
                .isEqualTo(load(server(0, 90, 1e12)))
                .isGreaterThan(load(server(0, 30, 1e12)));
    }

    @Test
    void whatIsUnknownCountsAsLateAndFullAndSaysSo() {
        ServerFacts late = server(2e9, 90, 1);
        ServerFacts unknown = ServerFacts.unknown("test");
        assertThat(load(unknown)).isEqualTo(load(late));
        assertThat(words(unknown)).endsWith("; needs about 200.0 MB, free disk space and replication lag unknown");
        // a slot whose replica is away tells bytes alone
        Measure none = Measure.of(0, "test");
        assertThat(load(new ServerFacts(
                        UNKNOWN, UNKNOWN, none, none, none, UNKNOWN, UNKNOWN, Measure.of(1e12, "test"))))
                .isEqualTo(load(server(0, 0, 1e12)));
    }

    @Test
    void whatIsKnownIsSaidShortly() {
        assertThat(words(server(5e6, 3, 300e6)))
                .endsWith("; needs about 200.0 MB, 300.0 MB of disk are free, replication lag 3 s and 5.0 MB");
        Measure none = Measure.of(0, "test");
        assertThat(words(new ServerFacts(UNKNOWN, UNKNOWN, none, none, none, none, UNKNOWN, UNKNOWN)))
                .endsWith("; needs about 200.0 MB, no replicas, free disk space unknown");
    }

    private static ServerFacts server(double lagBytes, double lagSeconds, double free) {
        return new ServerFacts(
                UNKNOWN,
                UNKNOWN,
                Measure.of(1, "test"),
                Measure.of(1, "test"),
                Measure.of(lagBytes, "test"),
                Measure.of(lagSeconds, "test"),
                UNKNOWN,
                Measure.of(free, "test"));
    }

    private static int load(ServerFacts server) {
        return heaviest(server).points();
    }

    private static String words(ServerFacts server) {
        return heaviest(server).fact();
    }

    private static Point heaviest(ServerFacts server) {
        return indexed(server).steps().get(0).points().stream()
                .filter(point -> point.category() == Category.PERFORMANCE)
                .max(Comparator.comparingInt(Point::points))
                .orElseThrow();
    }

    private static Assessment indexed(ServerFacts server) {
        Schema before = schema("integer", false);
        return assess(before, schema("integer", true), server);
    }

    private static Assessment widened(ServerFacts server) {
        return assess(schema("integer", false), schema("bigint", false), server);
    }

    private static Schema schema(String type, boolean index) {
        Table things = Table.named("things")
                .column(Column.of("id", ColumnType.of(DatabaseEngine.POSTGRESQL, "integer"))
                        .withNullable(false))
                .column(Column.of("n", ColumnType.of(DatabaseEngine.POSTGRESQL, type)))
                .primaryKey(PrimaryKey.of("things_pkey", List.of("id")))
                .build();
        return Schema.of(
                DatabaseEngine.POSTGRESQL,
                List.of(
                        index
                                ? things.edit()
                                        .index(Index.of("ix_n", false, List.of("n")))
                                        .build()
                                : things));
    }

    private static Assessment assess(Schema before, Schema after, ServerFacts server) {
        SchemaDiff diff = SchemaDiff.of(before, after);
        Plan plan = Plan.of(diff, PlanOptions.plain(ServerVersion.of("17.11")));
        TableFacts things = new TableFacts(
                "things",
                Measure.of(100_000, "test"),
                false,
                Measure.of(TABLE_BYTES, "test"),
                Measure.of(0, "test"),
                Measure.of(0, "test"),
                Measure.of(0, "test"),
                UNKNOWN,
                Map.of());
        return new RiskAssessor().assess(plan, diff, Facts.of(server, List.of(things), List.of()));
    }
}
