package dev.dataflow.migrations.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final DatabaseEngine ENGINE = DatabaseEngine.POSTGRESQL;

    private static final ServerVersion VERSION = new ServerVersion(17, 11, 0);

    private final SchemaDiff diff = SchemaDiff.of(users("id", "legacy"), users("id"));
    private final Plan plan = Plan.of(diff, PlanOptions.plain(VERSION));
    private final Assessment assessment = new RiskAssessor().assess(plan, diff, Facts.unknown());

    @Test
    void answersAreQuotedForAShellWhereTheyMustBe() {
        SchemaDiff odd = SchemaDiff.of(users("id", "old <name>"), users("id"));
        Plan dropping = Plan.of(odd, PlanOptions.plain(VERSION));
        Assessment risk = new RiskAssessor().assess(dropping, odd, Facts.unknown());
        assertThat(Policy.DEFAULT.judge(dropping, risk).answers())
                .containsExactly("--allow 'drop-column:users.old <name>'");
    }

    @Test
    void whatIsAboveIsBlockedUntilItIsAllowedByName() {
        Verdict blocked = Policy.DEFAULT.judge(plan, assessment);
        assertThat(blocked.decision()).isEqualTo(Verdict.Decision.BLOCKED);
        assertThat(blocked.decision().exitCode()).isEqualTo(4);
        assertThat(blocked.answers()).containsExactly("--allow drop-column:users.legacy");
        assertThatThrownBy(blocked::require)
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAN_BLOCKED));
        Policy allowing = Policy.DEFAULT.allowing(List.of("drop-column:users.legacy"));
        assertThat(allowing.judge(plan, assessment).isAllowed()).isTrue();
    }

    @Test
    void lossNeedsConsentWhateverTheLevel() {
        Verdict verdict = Policy.DEFAULT.withMaxRisk(Level.CRITICAL).judge(plan, assessment);
        assertThat(verdict.decision()).isEqualTo(Verdict.Decision.CONSENT_NEEDED);
        assertThat(verdict.decision().exitCode()).isEqualTo(3);
        assertThat(verdict.reasons()).singleElement().asString().contains("loses the values of users.legacy");
    }

    @Test
    void approvalsAreAskedFromALevelOn() {
        Policy policy = new Policy(
                Level.CRITICAL, Set.of("drop-column:users.legacy"), Map.of(Level.HIGH, Set.of("dba", "owner")));
        assertThat(policy.judge(plan, assessment, Set.of("dba")).answers()).containsExactly("--approved-by owner");
        assertThat(policy.judge(plan, assessment, Set.of("dba", "owner")).isAllowed())
                .isTrue();
        SchemaDiff harmless = SchemaDiff.of(users("id"), users("id", "note"));
        Plan small = Plan.of(harmless, PlanOptions.plain(VERSION));
        Policy withoutNames = new Policy(Level.LOW, Set.of(), Map.of(Level.HIGH, Set.of("dba")));
        assertThat(withoutNames
                        .judge(small, new RiskAssessor().assess(small, harmless, Facts.unknown()))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void entriesThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> Policy.DEFAULT.allowing(List.of("drop-colum:users.legacy")))
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.POLICY_INVALID);
                    assertThat(e.fix()).contains("`drop-column`");
                });
        assertThatThrownBy(() -> Policy.DEFAULT.allowing(List.of("drop-column")))
                .hasMessageContaining("does not say of what");
        Policy unused = Policy.DEFAULT.allowing(List.of("drop-column:users.legcy"));
        assertThatThrownBy(() -> unused.judge(plan, assessment)).isInstanceOfSatisfying(SchemaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.ALLOWANCE_UNUSED);
            assertThat(e.what()).contains("write `drop-column:users.legacy`");
        });
    }

    @Test
    void textsSayTheSameAsCode() {
        Policy policy = new Policy(
                Level.HIGH,
                Set.of("drop-column:users.legacy", "drop-table:x"),
                Map.of(Level.HIGH, Set.of("dba"), Level.CRITICAL, Set.of("dba", "owner")));
        assertThat(Policy.read("""
                                {"maxRisk": "HIGH", "allow": ["drop-column:users.legacy", "drop-table:x"],
                                 "approvals": {"HIGH": ["dba"], "CRITICAL": ["dba", "owner"]}}
                                """)).isEqualTo(policy);
        assertThat(Policy.read("""
                                maxRisk=high
                                allow=drop-column:users.legacy, drop-table:x
                                approvals.HIGH=dba
                                approvals.CRITICAL=dba,owner
                                """)).isEqualTo(policy);
        assertThat(Policy.read("{}")).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void brokenTextsAreRefused() {
        for (String text : List.of(
                "{\"maxRisk\": \"HIHG\"}",
                "{\"maxrisks\": \"HIGH\"}",
                "{\"maxRisk\": 3}",
                "{\"maxRisk\": [\"LOW\", \"HIGH\"]}",
                "{\"allow\": [\"drop-column\"]}",
                "{\"allow\"",
                "{\"allow\": [], \"allow\": []}",
                "maxRisk=loud",
                "approvals.HIHG=dba",
                "alow=drop-table:x")) {
            assertThatThrownBy(() -> Policy.read(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            SchemaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_INVALID));
        }
        assertThatThrownBy(() -> Policy.read("maxRisk=HIHG")).hasMessageContaining("write `HIGH`");
    }

    private static Schema users(String... columns) {
        Table users = Table.named("users")
                .columns(Stream.of(columns)
                        .map(name -> Column.of(name, ColumnType.of(ENGINE, name.equals("id") ? "bigint" : "text")))
                        .toList())
                .build();
        return Schema.of(ENGINE, List.of(users));
    }
}
