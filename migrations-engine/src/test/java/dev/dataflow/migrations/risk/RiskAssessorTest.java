package dev.dataflow.migrations.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.fact.Measure;
import dev.dataflow.migrations.fact.TableFacts;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.plan.Step;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskAssessorTest extends SchemaTest {

    private static final TableFacts LARGE = new TableFacts(
            "things",
            Measure.of(50_000_000, "test"),
            false,
            Measure.of(20e9, "test"),
            Measure.of(500, "test"),
            Measure.of(5_000, "test"),
            Measure.of(30, "test"),
            Measure.of(0, "test"),
            Map.of());

    private static final TableFacts SMALL = new TableFacts(
            "things",
            Measure.of(100, "test"),
            true,
            Measure.of(20_000, "test"),
            Measure.of(0, "test"),
            Measure.of(1, "test"),
            Measure.of(0, "test"),
            Measure.of(0, "test"),
            Map.of());

    private ServerVersion version;
    private Schema present;

    @BeforeEach
    void things() throws SQLException {
        execute(
                "CREATE TABLE parents (id INT NOT NULL PRIMARY KEY)",
                "CREATE TABLE things (id INT NOT NULL PRIMARY KEY, name VARCHAR(20), parent INT, gone VARCHAR(9),"
                        + " CONSTRAINT fk_old FOREIGN KEY (id) REFERENCES parents (id))",
                "INSERT INTO parents VALUES (1)",
                "INSERT INTO things VALUES (1, NULL, 7, 'x')");
        version = ServerVersions.read(connection, engine);
        present = new SchemaReader(engine).read(connection);
    }

    @Test
    void floorsHoldWhateverIsKnown() {
        for (Facts facts : List.of(Facts.unknown(), known(SMALL))) {
            assertThat(level(facts, table -> without(table, "gone"))).isGreaterThanOrEqualTo(Level.HIGH);
            assertThat(level(facts, table -> table.edit().foreignKeys(List.of()).build()))
                    .isGreaterThanOrEqualTo(Level.HIGH);
            assertThat(assess(facts, dropped(), false).level()).isEqualTo(Level.CRITICAL);
            assertThat(assess(facts, renamed("things", "goods"), false).level()).isEqualTo(Level.CRITICAL);
            assertThat(assess(facts, renamedColumn(), false).level()).isGreaterThanOrEqualTo(Level.MEDIUM);
            assertThat(level(facts, table -> altered(table, "parent", column -> column.withType(type("bigint")))))
                    .isGreaterThanOrEqualTo(Level.HIGH);
            assertThat(level(facts, this::withKey)).isGreaterThanOrEqualTo(Level.MEDIUM);
            assertThat(level(
                            facts,
                            table -> table.edit()
                                    .column(Column.of("n", type("integer")).withNullable(false))
                                    .build()))
                    .isGreaterThanOrEqualTo(Level.MEDIUM);
        }
    }

    /** Rules have floors as well, so those of changes are seen without rules only. */
    @Test
    void floorsHoldWithoutRules() {
        RiskAssessor unruled = new RiskAssessor(List.of());
        for (PlanOptions options : List.of(PlanOptions.plain(version), PlanOptions.online(version))) {
            for (SchemaDiff diff : List.of(dropped(), renamed("things", "goods"))) {
                assertThat(unruled.assess(Plan.of(diff, options), diff, known(SMALL))
                                .level())
                        .isEqualTo(Level.CRITICAL);
            }
            for (SchemaDiff diff : List.of(
                    diff(table -> without(table, "gone")),
                    diff(table -> table.edit().foreignKeys(List.of()).build()),
                    diff(table -> altered(table, "parent", column -> column.withType(type("bigint")))))) {
                assertThat(unruled.assess(Plan.of(diff, options), diff, known(SMALL))
                                .level())
                        .isEqualTo(Level.HIGH);
            }
        }
    }

    @Test
    void aNullableColumnIsLowAndEachPointHasItsFact() {
        Assessment assessment = assess(known(SMALL), diff(this::withColumn), false);
        assertThat(assessment.level()).isEqualTo(Level.LOW);
        assertThat(assess(Facts.unknown(), diff(this::withColumn), false).level())
                .isEqualTo(Level.LOW);
        assertThat(assess(known(LARGE), diff(this::withColumn), false).level()).isEqualTo(Level.LOW);
        for (Assessment each :
                List.of(assessment, assess(Facts.unknown(), diff(table -> without(table, "gone")), false))) {
            each.steps()
                    .forEach(step -> step.points().forEach(point -> {
                        assertThat(point.points()).isBetween(1, 100);
                        assertThat(point.fact()).isNotBlank();
                        assertThat(point.source()).isNotBlank();
                        assertThat(point.rule()).isNotBlank();
                    }));
        }
    }

    @Test
    void unknownIsLargeAndSaysSo() {
        UnaryOperator<Table> index = table ->
                table.edit().index(Index.of("ix_name", false, List.of("name"))).build();
        Assessment small = assess(known(SMALL), diff(index), false);
        Assessment unknown = assess(Facts.unknown(), diff(index), false);
        assertThat(small.level()).isEqualTo(Level.LOW);
        assertThat(unknown.score()).isGreaterThan(small.score());
        assertThat(unknown.score())
                .isGreaterThanOrEqualTo(assess(known(LARGE), diff(index), false).score());
        assertThat(unknown.steps().get(0).points())
                .anySatisfy(point -> assertThat(point.fact()).contains("unknown"));
    }

    @Test
    void whatBelongsToANewTableIsLow() {
        Schema before = read();
        Table fresh = Table.named("fresh")
                .column(Column.of("id", type("integer")).withNullable(false))
                .column(Column.of("parent", type("integer")))
                .build();
        List<Table> tables = new ArrayList<>(before.tables());
        tables.add(fresh.edit()
                .index(Index.of("ix_fresh", false, List.of("parent")))
                .foreignKey(key("fk_fresh"))
                .build());
        assertThat(assess(Facts.unknown(), SchemaDiff.of(before, before.withTables(tables)), false)
                        .level())
                .isEqualTo(Level.LOW);
    }

    @Test
    void countedRowsSayWhatWillFailApartFromTheRisk() {
        SchemaDiff diff = diff(table -> altered(withKey(table), "name", column -> column.withNullable(false)));
        Plan plan = Plan.of(diff, PlanOptions.plain(version));
        Facts facts = new FactReader(engine, Budget.SHORT).read(connection, plan, diff);
        Assessment assessment = new RiskAssessor().assess(plan, diff, facts);
        assertThat(assessment.failures())
                .containsExactlyInAnyOrder(
                        "1 NULL in things.name", "1 row of things (parent) that points to no row of parents");
        assertThat(Policy.DEFAULT
                        .withMaxRisk(Level.CRITICAL)
                        .judge(plan, assessment)
                        .decision())
                .isEqualTo(Verdict.Decision.BLOCKED);
    }

    @Test
    void countedLossIsCritical() {
        SchemaDiff diff = diff(table -> without(table, "gone"));
        Plan plan = Plan.of(diff, PlanOptions.plain(version));
        Facts facts = new FactReader(engine, Budget.SHORT).read(connection, plan, diff);
        assertThat(new RiskAssessor().assess(plan, diff, facts).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void thePlanWhileOthersWriteIsNeverRiskierAndForKnownCasesLess() {
        List<UnaryOperator<Table>> safer = List.of(
                table -> table.edit()
                        .index(Index.of("ix_name", false, List.of("name")))
                        .build(),
                this::withKey,
                table -> table.edit().check(Check.of("ck_parent", "parent > 0")).build(),
                table -> altered(table, "name", column -> column.withNullable(false)));
        List<UnaryOperator<Table>> all = new ArrayList<>(safer);
        all.add(this::withColumn);
        all.add(table -> without(table, "gone"));
        all.add(table -> altered(table, "name", column -> column.withType(type("varchar(40)"))));
        all.add(table -> altered(table, "parent", column -> column.withType(type("bigint"))));
        for (UnaryOperator<Table> edit : all) {
            for (Facts facts : List.of(Facts.unknown(), known(LARGE), known(SMALL))) {
                Assessment plain = assess(facts, diff(edit), false);
                Assessment online = assess(facts, diff(edit), true);
                assertThat(online.score()).as("%s against %s", online, plain).isLessThanOrEqualTo(plain.score());
                if (engine == DatabaseEngine.POSTGRESQL && safer.contains(edit) && !facts.equals(known(SMALL))) {
                    assertThat(online.score())
                            .as("%s against %s", online, plain)
                            .isLessThan(plain.score());
                }
            }
        }
    }

    /** What keeps others out while something slow runs has no work of its own: that is the other statement's. */
    @Test
    void severalStatementsHaveNoWorkOfTheirOwn() {
        Assessment assessment = assess(
                known(LARGE),
                diff(table -> altered(
                        altered(table, "parent", column -> column.withType(type("bigint"))),
                        "gone",
                        column -> column.withType(type("varchar(5)")))),
                false);
        List<String> facts = assessment.steps().stream()
                .flatMap(step -> step.points().stream())
                .filter(point -> point.rule().equals("slow-after-lock"))
                .map(Point::fact)
                .filter(fact -> fact.contains("keeps out"))
                .toList();
        assertThat(facts)
                .hasSize(engine == DatabaseEngine.POSTGRESQL ? 1 : 0)
                .allSatisfy(fact -> assertThat(fact).endsWith("; keeps out reads and writes"));
    }

    /** Only statements count: neither that a plan was asked for as one while others write, nor what its steps could have been. */
    @Test
    void aSaferFormCountsOnlyWhereThePlanHasIt() {
        UnaryOperator<Table> index = table ->
                table.edit().index(Index.of("ix_name", false, List.of("name"))).build();
        UnaryOperator<Table> check =
                table -> table.edit().check(Check.of("ck_parent", "parent > 0")).build();
        int lower = 0;
        for (UnaryOperator<Table> edit : List.of(index, check, this::withKey)) {
            SchemaDiff diff = diff(edit);
            Facts facts = known(LARGE);
            Plan plain = Plan.of(diff, PlanOptions.plain(version));
            Plan online = Plan.of(diff, PlanOptions.online(version));
            List<String> statements = plain.steps().stream()
                    .flatMap(step -> step.statements().stream())
                    .toList();
            Step first = online.steps().get(0);
            Plan undone = new Plan(
                    engine,
                    online.version(),
                    List.of(new Step(
                            diff.changes(),
                            statements,
                            first.transaction(),
                            first.losses(),
                            first.inverse(),
                            first.phase(),
                            first.timeouts(),
                            null,
                            null)));
            RiskAssessor assessor = new RiskAssessor();
            int before = assessor.assess(plain, diff, facts).score();
            assertThat(assessor.assess(undone, diff, facts).score()).isEqualTo(before);
            if (assessor.assess(online, diff, facts).score() < before) {
                lower++;
            }
        }
        assertThat(lower).isEqualTo(engine == DatabaseEngine.POSTGRESQL ? 3 : 0);
    }

    private Level level(Facts facts, UnaryOperator<Table> edit) {
        return assess(facts, diff(edit), false).level();
    }

    private Assessment assess(Facts facts, SchemaDiff diff, boolean online) {
        Plan plan = Plan.of(diff, online ? PlanOptions.online(version) : PlanOptions.plain(version));
        return new RiskAssessor().assess(plan, diff, facts);
    }

    private static Facts known(TableFacts things) {
        return Facts.of(Facts.unknown().server(), List.of(things), List.of());
    }

    private SchemaDiff dropped() {
        Schema before = read();
        return SchemaDiff.of(
                before,
                before.withTables(before.tables().stream()
                        .filter(table -> !table.name().equals("things"))
                        .toList()));
    }

    private SchemaDiff renamed(String from, String to) {
        Schema before = read();
        List<Table> tables = new ArrayList<>(before.tables());
        tables.replaceAll(
                table -> table.name().equals(from) ? table.edit().name(to).build() : table);
        return SchemaDiff.of(before, before.withTables(tables), RenameHints.NONE.table(from, to));
    }

    private SchemaDiff renamedColumn() {
        Schema before = read();
        List<Table> tables = new ArrayList<>(before.tables());
        tables.replaceAll(table ->
                table.name().equals("things") ? altered(table, "name", column -> column.withName("label")) : table);
        return SchemaDiff.of(before, before.withTables(tables), RenameHints.NONE.column("things", "name", "label"));
    }

    private SchemaDiff diff(UnaryOperator<Table> edit) {
        Schema before = read();
        List<Table> tables = new ArrayList<>(before.tables());
        tables.replaceAll(table -> table.name().equals("things") ? edit.apply(table) : table);
        return SchemaDiff.of(before, before.withTables(tables));
    }

    private Table withColumn(Table table) {
        return table.edit().column(Column.of("n", type("integer"))).build();
    }

    private Table withKey(Table table) {
        return table.edit().foreignKey(key("fk_parent")).build();
    }

    private static ForeignKey key(String name) {
        return ForeignKey.of(
                name, List.of("parent"), TableName.of("parents"), List.of("id"), ReferentialAction.RESTRICT);
    }

    private Schema read() {
        return present;
    }

    private ColumnType type(String sql) {
        return ColumnType.of(engine, sql);
    }

    private static Table altered(Table table, String name, UnaryOperator<Column> change) {
        return table.edit()
                .columns(table.columns().stream()
                        .map(column -> column.name().equals(name) ? change.apply(column) : column)
                        .toList())
                .build();
    }

    private static Table without(Table table, String name) {
        return table.edit()
                .columns(table.columns().stream()
                        .filter(column -> !column.name().equals(name))
                        .toList())
                .build();
    }
}
