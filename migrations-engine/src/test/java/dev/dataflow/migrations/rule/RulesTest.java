package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.migrations.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {

    /** What they are is seen only with a schema or a plan. */
    private static final Set<String> NEED_A_SCHEMA = Set.of(
            "add-column-domain",
            "create-partition-beside-default",
            "drop-column-in-use",
            "set-not-null-proven",
            "widen-type",
            "widen-type-in-expression",
            "append-enum-value",
            "narrow-type",
            "rewrite-type",
            "change-zone",
            "change-collation",
            "change-key-type",
            "change-type-in-view",
            "add-foreign-key-to-partitions",
            "validate-check",
            "drop-foreign-key",
            "drop-check",
            "drop-unique",
            "drop-primary-key",
            "concurrent-index-of-partitions",
            "concurrently-in-transaction",
            "two-tables-locked",
            "slow-after-lock",
            "several-rewrites",
            "foreign-key-without-index",
            "enum-value-in-transaction",
            "backfill",
            "change-identity",
            "set-not-null",
            "drop-not-null");

    @Test
    void namesAreUniqueAndStayTheSame() {
        List<String> names = Rules.all().stream().map(Rule::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        assertThat(names)
                .contains(
                        "add-column",
                        "add-column-not-null",
                        "drop-column",
                        "drop-table",
                        "rename-table",
                        "rename-column",
                        "add-foreign-key",
                        "drop-foreign-key",
                        "rewrite-type",
                        "create-index");
    }

    @Test
    void floorsAreThoseOfTheIssue() {
        assertThat(floor("add-column")).isEqualTo(Level.LOW);
        assertThat(floor("add-column-not-null")).isEqualTo(Level.MEDIUM);
        assertThat(floor("drop-column")).isEqualTo(Level.HIGH);
        assertThat(floor("rename-table")).isEqualTo(Level.CRITICAL);
        assertThat(List.of(floor("rewrite-type"), floor("narrow-type"), floor("widen-type"), floor("change-type")))
                .allMatch(level -> level.compareTo(Level.HIGH) >= 0);
        assertThat(floor("drop-table")).isEqualTo(Level.CRITICAL);
        assertThat(floor("rename-column")).isEqualTo(Level.MEDIUM);
        assertThat(List.of(floor("add-foreign-key"), floor("add-foreign-key-not-valid")))
                .containsOnly(Level.MEDIUM);
        assertThat(floor("drop-foreign-key")).isEqualTo(Level.HIGH);
    }

    @Test
    void eachRuleHasPointsAndClaims() {
        for (Rule rule : Rules.all()) {
            assertThat(rule.claims()).as(rule.name()).isNotEmpty();
            assertThat(rule.base()).as(rule.name()).isNotEmpty();
            assertThat(rule.base().values()).as(rule.name()).allMatch(points -> points > 0 && points <= 100);
        }
    }

    /** What is measured nowhere has no test; only what is not known cannot be measured. */
    @Test
    void eachRuleIsMeasured() {
        assertThat(Rules.all().stream()
                        .filter(rule -> rule.claims().stream()
                                .allMatch(claim -> claim.evidence().isDocumented())))
                .extracting(Rule::name)
                .containsExactly("unknown-statement");
    }

    /** The example that a claim is tested with is one that the rule finds. */
    @Test
    void eachRuleFindsItsExamples() {
        List<String> missed = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            for (Claim claim : rule.claims()) {
                ServerVersion version = version(claim);
                Set<String> found = StatementRules.of(claim.engine(), version).matches(claim.example()).stream()
                        .map(match -> match.match().rule().name())
                        .collect(Collectors.toSet());
                boolean rebuilt = claim.example().contains("dataflow_new_")
                        || claim.example().contains("orders2");
                if (!found.contains(rule.name()) && !NEED_A_SCHEMA.contains(rule.name()) && !rebuilt) {
                    missed.add(rule.name() + " on " + claim.engine() + " in `" + claim.example() + "`, but " + found);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private static ServerVersion version(Claim claim) {
        ServerVersion from = claim.versions().from();
        if (from != null) {
            return from;
        }
        return switch (claim.engine()) {
            case POSTGRESQL -> new ServerVersion(12, 0, 0);
            case MYSQL -> new ServerVersion(8, 0, 20);
            case MARIADB -> new ServerVersion(10, 11, 0);
            case SQLITE -> new ServerVersion(3, 35, 5);
        };
    }

    private static Level floor(String name) {
        return Rules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow()
                .floor();
    }
}
