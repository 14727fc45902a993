package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShortSqlTest {

    @Test
    void keepsOneRowOfMany() {
        assertThat(ShortSql.of("insert into t (a, b) values (?, now(?)), (?, now(?)), (?, now(?)) returning a"))
                .isEqualTo("insert into t (a, b) values (?, now(?)), ... returning a");
    }

    @Test
    void statementsOfDifferentSizesBecomeOne() {
        assertThat(ShortSql.of("(values row (?, ?), row (?, ?)) as t")).isEqualTo("(values row (?, ?), ...) as t");
        assertThat(ShortSql.of("values (?), (?), (?)")).isEqualTo(ShortSql.of("values (?), (?)"));
        assertThat(ShortSql.of("in (" + "?, ".repeat(30) + "?)")).isEqualTo("in (?, ...)");
    }

    @Test
    void shortStatementsStay() {
        assertThat(ShortSql.of("select a from t where b in (?, ?) and (c = ?)"))
                .isEqualTo("select a from t where b in (?, ?) and (c = ?)");
        assertThat(ShortSql.of("select f(a")).isEqualTo("select f(a");
    }

    @Test
    void noStatementIsVeryLong() {
        assertThat(ShortSql.of("a, ".repeat(10_000))).hasSizeLessThan(700).contains(" ... ");
    }
}
