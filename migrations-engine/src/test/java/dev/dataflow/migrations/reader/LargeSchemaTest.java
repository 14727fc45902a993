package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.migrations.snapshot.Snapshot;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long a large schema takes: run with {@code -Dschema.large=true}, for a thousand tables take half a minute to make. */
@EnabledIfSystemProperty(named = "schema.large", matches = "true")
class LargeSchemaTest extends ReaderTest {

    private static final int TABLES = 1_000;

    @Test
    void aThousandTables() throws SQLException {
        create();
        long[] reading = new long[9];
        long[] marking = new long[9];
        Schema schema = read();
        for (int i = 0; i < reading.length; i++) {
            long start = System.nanoTime();
            schema = read();
            reading[i] = System.nanoTime() - start;
            start = System.nanoTime();
            Fingerprint.of(schema);
            marking[i] = System.nanoTime() - start;
        }
        Arrays.sort(reading);
        Arrays.sort(marking);
        System.out.printf(
                Locale.ROOT,
                "%s: read %d ms (least %d, most %d), fingerprint %d ms, snapshot %d KB%n",
                engine,
                reading[4] / 1_000_000,
                reading[0] / 1_000_000,
                reading[8] / 1_000_000,
                marking[4] / 1_000_000,
                Snapshot.write(schema).length() / 1024);
        assertThat(schema.tables()).hasSize(TABLES);
        assertThat(schema.tables().stream()
                        .mapToInt(each -> each.columns().size())
                        .sum())
                .isEqualTo(10_000);
        assertThat(schema.tables().stream()
                        .map(Table::foreignKeys)
                        .mapToInt(each -> each.size())
                        .sum())
                .isEqualTo(1_499);
        assertThat(schema.tables().stream()
                        .map(Table::indexes)
                        .mapToInt(each -> each.size())
                        .sum())
                .isGreaterThanOrEqualTo(2_000);
    }

    /** Read, compared, planned and assessed; and one change alone. */
    @Test
    void aThousandTablesWithAHundredChanges() throws SQLException {
        create();
        ServerVersion version = ServerVersions.read(connection, engine);
        long[] whole = new long[9];
        long[] one = new long[9];
        Schema present = read();
        Schema target = changed(present, 10);
        Schema single = changed(present, TABLES);
        for (int i = 0; i < whole.length; i++) {
            long start = System.nanoTime();
            assertThat(assessed(read(), target, version)).isEqualTo(TABLES / 10);
            whole[i] = System.nanoTime() - start;
            SchemaDiff diff = SchemaDiff.of(present, single);
            Plan plan = Plan.of(diff, PlanOptions.plain(version));
            start = System.nanoTime();
            new RiskAssessor().assess(plan, diff, Facts.unknown());
            one[i] = System.nanoTime() - start;
        }
        Arrays.sort(whole);
        Arrays.sort(one);
        System.out.printf(
                Locale.ROOT,
                "%s: read, diff, plan and assess %d ms (least %d, most %d), assess one change %d ms (most %d)%n",
                engine,
                whole[4] / 1_000_000,
                whole[0] / 1_000_000,
                whole[8] / 1_000_000,
                one[4] / 1_000_000,
                one[8] / 1_000_000);
    }

    private static int assessed(Schema present, Schema target, ServerVersion version) {
        SchemaDiff diff = SchemaDiff.of(present, target);
        Plan plan = Plan.of(diff, PlanOptions.plain(version));
        return new RiskAssessor().assess(plan, diff, Facts.unknown()).steps().size();
    }

    /** Each so-manieth table gets a column. */
    private Schema changed(Schema present, int each) {
        List<Table> tables = new ArrayList<>(present.tables());
        for (int i = 0; i < tables.size(); i += each) {
            tables.set(
                    i,
                    tables.get(i)
                            .edit()
                            .column(Column.of("note", ColumnType.of(engine, "VARCHAR(40)")))
                            .build());
        }
        return present.withTables(tables);
    }

    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TABLES; i++) {
                String keys = i == 0 ? "" : ", FOREIGN KEY (a) REFERENCES t" + (i - 1) + " (id)";
                if (i >= TABLES / 2) {
                    keys += ", FOREIGN KEY (b) REFERENCES t" + i / 3 + " (id) ON DELETE CASCADE";
                }
                statement.execute(
                        "CREATE TABLE t" + i + " (id INT NOT NULL PRIMARY KEY, a INT, b INT, c VARCHAR(20) NOT NULL,"
                                + " d DECIMAL(10,2) DEFAULT 1.5, e VARCHAR(100) DEFAULT 'none', f TIMESTAMP NULL, g BIGINT NOT NULL,"
                                + " h INT CHECK (h > 0), i DATE" + keys + ")");
                statement.execute("CREATE INDEX t" + i + "_a ON t" + i + " (a)");
                statement.execute("CREATE INDEX t" + i + "_c ON t" + i + " (c, g)");
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
