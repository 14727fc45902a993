package dev.dataflow.migrations.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not known is not a number. */
class TableFactsTest {

    private static final Measure HIDDEN = Measure.unknown("hidden");

    @Test
    void nothingIsKnown() {
        TableFacts facts = TableFacts.unknown("things", "nobody was asked");
        assertThat(facts.isUnmeasured()).isTrue();
        assertThat(facts.isEmpty()).isFalse();
        assertThat(facts.rows()).isEmpty();
        assertThat(facts.bytes()).isEmpty();
        assertThat(facts.writesPerSecond()).isEmpty();
        assertThat(facts.readsPerSecond()).isEmpty();
        assertThat(facts.longestTransaction()).isEmpty();
        assertThat(facts.unmeasured())
                .containsExactly(
                        Map.entry("rows", "nobody was asked"),
                        Map.entry("size", "nobody was asked"),
                        Map.entry("traffic", "nobody was asked"));
    }

    @Test
    void aNewTableIsKnownToHaveNothing() {
        TableFacts facts = TableFacts.created("things");
        assertThat(facts.isEmpty()).isTrue();
        assertThat(facts.isUnmeasured()).isFalse();
        assertThat(facts.unmeasured()).isEmpty();
        assertThat(facts.bytes()).hasValue(0);
    }

    @Test
    void anEstimateOfNoRowsIsNotEmpty() {
        TableFacts estimated = new TableFacts(
                "things", Measure.of(0, "statistics"), false, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, Map.of());
        assertThat(estimated.rows()).hasValue(0);
        assertThat(estimated.isEmpty()).isFalse();
        TableFacts counted = estimated.withRows(0, "counted");
        assertThat(counted.isEmpty()).isTrue();
        assertThat(counted.rowCount().source()).isEqualTo("counted");
        assertThat(estimated.withRows(2, "counted").isEmpty()).isFalse();
    }

    @Test
    void whatIsKnownOfTheTrafficIsNotSaidToBeUnknown() {
        Measure known = Measure.of(2.5, "statistics");
        assertThat(facts(known, HIDDEN, HIDDEN, HIDDEN).unmeasured().keySet()).containsExactly("rows", "traffic");
        assertThat(facts(HIDDEN, known, HIDDEN, HIDDEN).unmeasured().keySet())
                .containsExactly("rows", "size", "reads", "oldest transaction");
        assertThat(facts(HIDDEN, HIDDEN, known, HIDDEN).unmeasured().keySet())
                .containsExactly("rows", "size", "writes", "oldest transaction");
        assertThat(facts(HIDDEN, HIDDEN, HIDDEN, known).unmeasured().keySet())
                .containsExactly("rows", "size", "writes", "reads");
        assertThat(facts(known, HIDDEN, HIDDEN, HIDDEN).isUnmeasured()).isFalse();
        assertThat(facts(HIDDEN, HIDDEN, HIDDEN, known).isUnmeasured()).isFalse();
        assertThat(facts(HIDDEN, HIDDEN, HIDDEN, known).longestTransaction()).hasValue(Duration.ofMillis(2_500));
    }

    /** A table of which the rows are not known. */
    private static TableFacts facts(Measure size, Measure writes, Measure reads, Measure transaction) {
        return new TableFacts("things", HIDDEN, false, size, writes, reads, transaction, HIDDEN, Map.of());
    }
}
