package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

    @Test
    void databaseIsExchangedAndTheRestKept() {
        JdbcUrl url = JdbcUrl.parse("X", "jdbc:mysql://h1:1,h2:2/mysql?user=root&password=a%26b&useSSL=false");
        assertThat(url.withDatabase("d")).hasToString("jdbc:mysql://h1:1,h2:2/d?user=root&password=a%26b&useSSL=false");
        assertThat(url.parameter("user")).isEqualTo("root");
        assertThat(url.parameter("password")).isEqualTo("a&b");
    }

    @Test
    void parametersMayBeMissing() {
        JdbcUrl url = JdbcUrl.parse("X", "jdbc:postgresql://host/postgres");
        assertThat(url.withDatabase("d")).hasToString("jdbc:postgresql://host/d");
        assertThat(url.parameter("user")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql:secret", "postgres://me:secret@host/db", "jdbc:mysql://secret"})
    void otherFormsAreAnErrorThatDoesNotShowThem(String url) {
        assertThatThrownBy(() -> JdbcUrl.parse("TESTDB_X_URL", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("TESTDB_X_URL must look like jdbc:")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
    }
}
