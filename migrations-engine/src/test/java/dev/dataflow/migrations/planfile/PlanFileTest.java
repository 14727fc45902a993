package dev.dataflow.migrations.planfile;

import static dev.dataflow.migrations.fixture.PostgresSchemas.column;
import static dev.dataflow.migrations.fixture.PostgresSchemas.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.risk.Assessment;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;
    private static final ServerVersion VERSION = new ServerVersion(17, 6, 0);

    private static final Schema BEFORE = schema(Table.named("users")
            .column(column("id", "bigint").withNullable(false))
            .column(column("name", "text"))
            .column(column("age", "integer"))
            .build());
    private static final Schema AFTER = schema(Table.named("users")
            .column(column("id", "bigint").withNullable(false))
            .column(column("full_name", "text").withNullable(false))
            .check(Check.of("ck_name", "full_name <> ''"))
            .index(Index.of("ix_name", false, List.of("full_name")))
            .build());
    private static final SchemaDiff DIFF = SchemaDiff.of(
            BEFORE, AFTER, RenameHints.NONE.column("users", "name", "full_name").dropColumn("users", "age"));

    private static final PlanFile FILE = PlanFile.of(Plan.of(DIFF, PlanOptions.online(VERSION)), DIFF);

    @Test
    void whatIsReadIsWhatWasWritten() {
        PlanFile file = FILE.withModels("ab12");
        String text = file.write();
        assertThat(PlanFile.read(text)).isEqualTo(file);
        assertThat(PlanFile.read(text).write()).isEqualTo(text);
        assertThat(file.plan()).isEqualTo(Plan.of(DIFF, PlanOptions.online(VERSION)));
        assertThat(text)
                .contains(
                        "\"format\" : \"dataflow-plan/1\"",
                        "\"version\" : \"17.6\"",
                        "\"models\" : \"ab12\"",
                        "\"kind\" : \"column.drop\"",
                        "\"words\" : \"users.age: drop column\"",
                        "\"the values of users.age\"",
                        "CREATE INDEX CONCURRENTLY")
                .doesNotContain(": null", "\"drop\" :");
    }

    @Test
    void theRiskIsKept() {
        Plan plan = Plan.of(DIFF, PlanOptions.online(VERSION));
        Assessment risk = new RiskAssessor().assess(plan, DIFF, Facts.unknown());
        PlanFile file = FILE.withRisk(risk);
        assertThat(PlanFile.read(file.write())).isEqualTo(file);
        assertThat(PlanFile.read(file.write()).risk()).isEqualTo(risk);
        assertThat(risk.steps()).isNotEmpty();
        assertThat(FILE.write()).doesNotContain("\"risk\"");
        String other = FILE.withRisk(new Assessment(List.of(), risk.level(), risk.score()))
                .write();
        assertThatThrownBy(() -> PlanFile.read(other))
                .hasMessageContaining("its risk is that of another number of steps");
        String less = file.write()
                .replaceFirst("\"level\" : \"[A-Z]+\",(\\s+)\"score\" : [0-9]+", "\"level\" : \"LOW\",$1\"score\" : 1");
        assertThat(less).isNotEqualTo(file.write());
        assertThatThrownBy(() -> PlanFile.read(less))
                .hasMessageContaining("[DF-335] ")
                .hasMessageContaining("something outside of its steps");
    }

    @Test
    void stepsAreNamedByWhatTheyDo() {
        assertThat(FILE.steps())
                .extracting(PlannedStep::id)
                .contains("column.rename:users.name", "column.drop:users.age", "index.create:users.ix_name")
                .doesNotHaveDuplicates();
        SchemaDiff less = SchemaDiff.of(BEFORE, schema(withoutAge()));
        PlanFile other = PlanFile.of(Plan.of(less, PlanOptions.online(VERSION)), less);
        PlannedStep drop = other.steps().get(0);
        assertThat(FILE.steps()).as("in whichever plan").contains(drop);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": 1}",
                "{\"format\": \"dataflow-schema/1\"}",
                "{\"format\": \"dataflow-plan/2\"}",
                "{\"format\": \"dataflow-plan/1\"}",
                "{\"format\": \"dataflow-plan/1\", \"checksum\": \"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"}",
                "{\"format\": \"dataflow-plan/1\"} x"
            })
    void brokenTextIsRefused(String text) {
        assertThatThrownBy(() -> PlanFile.read(text)).hasMessageContaining("[DF-334] the plan file cannot be read");
    }

    @Test
    void otherVersionsOfTheFormAreRefused() {
        assertThatThrownBy(() -> PlanFile.read(FILE.write().replace("dataflow-plan/1", "dataflow-plan/2")))
                .hasMessageContaining("its format is dataflow-plan/2 and this version reads dataflow-plan/1");
    }

    @Test
    void whatWasChangedByHandIsRefusedByName() {
        String text = FILE.write();
        assertThatThrownBy(() -> PlanFile.read(text.replace("DROP COLUMN", "DROP  COLUMN")))
                .hasMessageContaining("[DF-335] ")
                .hasMessageContaining("the step column.drop:users.age has another checksum");
        assertThatThrownBy(() -> PlanFile.read(text.replace(FILE.before(), FILE.after())))
                .hasMessageContaining("something outside of its steps");
        assertThatThrownBy(() -> PlanFile.read(text.replace("SET LOCAL", "SET")))
                .hasMessageContaining("something outside of its steps");
        String spaces = text.replace("\n", "\n ");
        assertThat(PlanFile.read(spaces)).as("spaces do nothing").isEqualTo(FILE);
    }

    @Test
    void aPlanIsForOneDatabaseInOneState() {
        FILE.requireFits(BEFORE, VERSION);
        FILE.requireFits(BEFORE, new ServerVersion(18, 0, 0));
        unfit(Schema.empty(DatabaseEngine.SQLITE), VERSION, "it is for PostgreSQL, and this is SQLite");
        unfit(BEFORE, new ServerVersion(17, 5, 0), "it uses statements of PostgreSQL 17.6, and this is 17.5");
        unfit(AFTER, VERSION, "the schema is already as the plan leaves it");
        unfit(schema(), VERSION, "it starts from the schema " + FILE.before().substring(0, 12) + ", and this is ");
    }

    private static void unfit(Schema present, ServerVersion version, String why) {
        assertThatThrownBy(() -> FILE.requireFits(present, version))
                .hasMessageContaining("[DF-336] the plan is not for this database")
                .hasMessageContaining(why);
    }

    private static Table withoutAge() {
        Table table = BEFORE.table("users").orElseThrow();
        return table.edit().columns(table.columns().subList(0, 2)).build();
    }
}
