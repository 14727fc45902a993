package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.planfile.PlanFile;
import dev.dataflow.migrations.reader.PropertyReader;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.script.CreationScript;
import dev.dataflow.migrations.snapshot.Fingerprint;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of schemas: the plan from the one to the other leads to exactly the other, keeps all data that it does not
 * declare lost, and leads back; every second one on PostgreSQL is for others who write meanwhile. {@code -Ddataflow.test.plans} and {@code -Ddataflow.test.seed} choose how many and which.
 */
class RandomPlansTest extends SchemaTest {

    private static final int COUNT = Integer.getInteger("dataflow.test.plans", 60);
    private static final long SEED = Long.getLong("dataflow.test.seed", 1);
    private static final int ROWS = 3;

    @Test
    void leadsToTheTargetKeepsDataAndLeadsBack() throws SQLException {
        ServerVersion version = ServerVersions.read(connection, engine);
        for (long seed = SEED; seed < SEED + COUNT; seed++) {
            RandomSchemas schemas = new RandomSchemas(engine, version, seed);
            List<String> statements = new ArrayList<>();
            try {
                check(schemas, statements, seed % 2 == 0, seed % 4 < 2);
            } catch (Throwable e) {
                throw new AssertionError(
                        "-Ddataflow.test.seed=" + seed + " -Ddataflow.test.plans=1\n" + String.join("\n", statements)
                                + "\n" + e.getMessage(),
                        e);
            }
            clear();
        }
    }

    private void check(RandomSchemas schemas, List<String> statements, boolean online, boolean phased)
            throws SQLException {
        run(connection, schemas.before());
        Schema before = read(connection);
        fill(before);
        Schema after = made(schemas.after());
        SchemaDiff diff = SchemaDiff.of(before, after, schemas.hints());
        Plan plan = Plan.of(diff, options(diff, online));
        plan.steps().forEach(step -> statements.addAll(step.statements()));
        // rows are not looked at, so what is said to fail would be something that stays in the way
        assertThat(new RiskAssessor().assess(plan, diff, Facts.unknown()).steps())
                .allMatch(step -> step.failures().isEmpty());
        delete(schemas, after, true);
        Map<String, List<String>> kept = values(schemas, before, false);
        Map<String, List<String>> all = oldValues(schemas, before, false);
        // the plan puts back what was there
        delete(schemas, after, false);

        if (phased) {
            PlanFile expand = PlanFile.of(plan.phase(Phase.EXPAND), diff);
            PlanFile contract = PlanFile.of(plan.phase(Phase.CONTRACT), diff);
            assertThat(expand.before()).isEqualTo(Fingerprint.of(before));
            new PlanRun(connection).run(plan.phase(Phase.EXPAND));
            assertThat(oldValues(schemas, before, true)).isEqualTo(all);
            Schema between = read(connection);
            assertSame(between, PlanStates.of(plan.phase(Phase.EXPAND), diff).after());
            assertThat(expand.after()).isEqualTo(Fingerprint.of(between));
            assertThat(contract.before()).isEqualTo(Fingerprint.of(between));
            assertThat(contract.after()).isEqualTo(Fingerprint.of(after));
            new PlanRun(connection).run(plan.phase(Phase.CONTRACT));
        } else {
            new PlanRun(connection).run(plan);
        }
        assertSame(read(connection), after);
        assertThat(PlanFile.of(plan, diff).after()).isEqualTo(Fingerprint.of(read(connection)));
        assertThat(values(schemas, after, true)).isEqualTo(kept);
        assertThat(losses(plan)).noneMatch(loss -> isKept(loss, schemas));

        plan.steps().forEach(step -> statements.addAll(step.inverse().statements()));
        boolean whole =
                plan.steps().stream().map(step -> step.inverse().missing()).allMatch(missing -> missing == null);
        if (!whole) {
            empty(after);
        }
        new PlanRun(connection).undo(plan);
        // a value of an enum type stays
        assertThat(SchemaDiff.of(read(connection), before).changes())
                .allMatch(change -> change instanceof EnumTypeChange.Alter);
        if (whole) {
            assertThat(values(schemas, before, false)).isEqualTo(kept);
        }
    }

    /** What rows have in new columns without a default, and instead of NULL where it may not be any more. */
    private PlanOptions options(SchemaDiff diff, boolean online) {
        ServerVersion version = ServerVersions.read(connection, engine);
        PlanOptions options = (online ? PlanOptions.online(version) : PlanOptions.plain(version))
                .withBatchRows(1)
                .withProperties(() -> new PropertyReader(engine).read(connection, null));
        for (Change change : diff.changes()) {
            if (change instanceof ColumnChange.Add add && PlanRequirements.isOpen(add.column())) {
                options = options.withValue(add.table(), add.column().name(), value(add.column()));
            } else if (change instanceof ColumnChange.Alter alter && PostgresValues.isNotNull(alter)) {
                options = options.withValue(alter.table(), alter.after().name(), value(alter.after()));
            }
        }
        return options;
    }

    private String value(Column column) {
        return RandomTraits.isText(column) ? by("'row ' || id", "concat('row ', id)", "'row ' || id") : "id";
    }

    private static void assertSame(Schema actual, Schema expected) {
        assertThat(SchemaDiff.of(actual, expected).changes()).isEmpty();
    }

    private Schema read(Connection from) {
        return new SchemaReader(engine).read(from);
    }

    /** Each table has rows 1, 2, 3. */
    private void fill(Schema schema) throws SQLException {
        execute(off());
        for (Table table : schema.tables()) {
            List<Column> columns = table.columns().stream()
                    .filter(column -> column.generated() == null)
                    .toList();
            for (int row = 1; row <= ROWS && table.partitionOf() == null; row++) {
                List<String> values = new ArrayList<>();
                for (Column column : columns) {
                    boolean text = RandomTraits.isText(column);
                    values.add(RandomTraits.isMood(column) ? "'a'" : text ? "'row " + row + "'" : row + "");
                }
                boolean always = columns.get(0).identity() != null
                        && columns.get(0).identity().always();
                execute("INSERT INTO " + q(table.name()) + " ("
                        + String.join(
                                ", ",
                                columns.stream().map(each -> q(each.name())).toList()) + ") "
                        + (always ? "OVERRIDING SYSTEM VALUE " : "") + "VALUES (" + String.join(", ", values) + ")");
            }
        }
        execute(on());
    }

    private String off() {
        return by("SET session_replication_role = replica", "SET foreign_key_checks = 0", "PRAGMA foreign_keys = OFF");
    }

    private String on() {
        return by("SET session_replication_role = DEFAULT", "SET foreign_key_checks = 1", "PRAGMA foreign_keys = ON");
    }

    /** NULL in what may hold it before, and may or may not afterwards. */
    private void delete(RandomSchemas schemas, Schema after, boolean nullable) throws SQLException {
        for (Table table : schemas.before().tables()) {
            Table to =
                    after.table(schemas.tables().getOrDefault(table.name(), "")).orElse(null);
            for (Column column : table.columns()) {
                String name = schemas.columns(table.name()).getOrDefault(column.name(), "");
                Column other = to == null ? null : to.column(name).orElse(null);
                if (other != null && column.nullable() && other.nullable() == nullable && column.generated() == null) {
                    execute("UPDATE " + q(table.name()) + " SET " + q(column.name()) + " = NULL WHERE id = 2");
                }
            }
        }
    }

    private Schema made(Schema schema) throws SQLException {
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute("CREATE SCHEMA other", "SET search_path = other");
            try {
                run(connection, schema);
                return new SchemaReader(engine).read(connection, "other");
            } finally {
                execute("DROP SCHEMA other CASCADE", "SET search_path = public");
            }
        }
        try (TestDatabase other = TestDatabases.create(database.engine());
                Connection there = other.connect()) {
            run(there, schema);
            return read(there);
        }
    }

    private static void run(Connection on, Schema schema) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String sql : CreationScript.of(schema)) {
                statement.execute(sql);
            }
        }
    }

    private Map<String, List<String>> values(RandomSchemas schemas, Schema schema, boolean renamed)
            throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        for (Map.Entry<String, String> table : schemas.tables().entrySet()) {
            String name = renamed ? table.getValue() : table.getKey();
            for (Map.Entry<String, String> column :
                    schemas.columns(table.getKey()).entrySet()) {
                values.put(
                        table.getKey() + "." + column.getKey(),
                        column(schema.table(name).orElseThrow(), renamed ? column.getValue() : column.getKey()));
            }
        }
        return values;
    }

    /** What all columns there were before hold, also those that go. */
    private Map<String, List<String>> oldValues(RandomSchemas schemas, Schema before, boolean renamed)
            throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        for (Table table : before.tables()) {
            String to = schemas.tables().getOrDefault(table.name(), table.name());
            for (Column column : table.columns()) {
                boolean kept = schemas.tables().containsKey(table.name());
                String name =
                        kept ? schemas.columns(table.name()).getOrDefault(column.name(), column.name()) : column.name();
                if (column.generated() == null) {
                    values.put(
                            table.name() + "." + column.name(),
                            column(renamed ? table.edit().name(to).build() : table, renamed ? name : column.name()));
                }
            }
        }
        return values;
    }

    private List<String> column(Table table, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + q(column) + " FROM " + q(table.name()) + " ORDER BY id")) {
            while (rows.next()) {
                Object value = rows.getObject(1);
                values.add(
                        value instanceof Number
                                ? new BigDecimal(value.toString())
                                        .stripTrailingZeros()
                                        .toPlainString()
                                : String.valueOf(value));
            }
        }
        return values;
    }

    private static List<String> losses(Plan plan) {
        return plan.steps().stream().flatMap(step -> step.losses().stream()).toList();
    }

    private static boolean isKept(String loss, RandomSchemas schemas) {
        return schemas.tables().entrySet().stream()
                .anyMatch(table -> loss.equals("all rows of " + table.getValue())
                        || schemas.columns(table.getKey()).values().stream()
                                .anyMatch(
                                        column -> (loss + " ").contains(" " + table.getValue() + "." + column + " ")));
    }

    /** What is gone does not come back, and where it may not be NULL nothing can be made up for rows. */
    private void empty(Schema schema) throws SQLException {
        execute(off());
        for (Table table : schema.tables()) {
            execute("DELETE FROM " + q(table.name()));
        }
        execute(on());
    }

    private void clear() throws SQLException {
        Schema schema = read(connection);
        if (engine == DatabaseEngine.POSTGRESQL) {
            execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
            return;
        }
        execute(by("", "SET foreign_key_checks = 0", "PRAGMA foreign_keys = OFF"));
        for (var view : schema.views()) {
            execute("DROP VIEW " + q(view.name()));
        }
        for (Table table : schema.tables()) {
            execute("DROP TABLE " + q(table.name()));
        }
        for (var routine : schema.routines()) {
            execute("DROP FUNCTION " + q(routine.name()));
        }
        for (var sequence : schema.sequences()) {
            execute("DROP SEQUENCE " + q(sequence.name()));
        }
        execute(by("", "SET foreign_key_checks = 1", "PRAGMA foreign_keys = ON"));
    }
}
