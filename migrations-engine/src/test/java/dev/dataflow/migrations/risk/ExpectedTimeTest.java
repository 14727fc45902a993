package dev.dataflow.migrations.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of time are added, and said as people say them. */
class ExpectedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, brief",
        "0, 999, < 1 s",
        "300, 1000, up to 1 s",
        "999, 1001, up to 2 s",
        "2400, 14200, 2–15 s",
        "61000, 119999, 61–120 s",
        "61000, 120000, 61 s–2 min",
        "120000, 7199000, 2–120 min",
        "999, 180000, up to 3 min",
        "3600000, 7200000, 60 min–2 h"
    })
    void aRangeIsSaidInTheUnitOfItsEnd(long least, long most, String words) {
        assertThat(new ExpectedTime(least, most, "measured").words()).isEqualTo(words);
    }

    @Test
    void whatFollowsIsAdded() {
        ExpectedTime one = new ExpectedTime(1_000L, 4_000L, "one");
        ExpectedTime other = new ExpectedTime(2_000L, 5_000L, "other");
        assertThat(one.plus(other)).isEqualTo(new ExpectedTime(3_000L, 9_000L, "one; other"));
        assertThat(one.plus(one).source()).isEqualTo("one");
        assertThat(one.plus(ExpectedTime.BRIEF)).isEqualTo(one);
        assertThat(ExpectedTime.BRIEF.plus(one)).isEqualTo(one);
    }

    @Test
    void oneUnknownMakesAllUnknown() {
        ExpectedTime unknown = ExpectedTime.unknown("nobody looked");
        ExpectedTime known = new ExpectedTime(1_000L, 4_000L, "one");
        assertThat(known.plus(unknown)).isEqualTo(unknown);
        assertThat(unknown.plus(known)).isEqualTo(unknown);
        assertThat(unknown.plus(ExpectedTime.BRIEF).known()).isFalse();
        assertThat(unknown.words()).isEqualTo("unknown");
        assertThat(ExpectedTime.BRIEF.plus(unknown)).isEqualTo(unknown);
    }
}
