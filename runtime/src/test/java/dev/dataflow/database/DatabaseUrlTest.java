package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.Secret;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://h:1/db?a=b|POSTGRESQL|jdbc:postgresql://h:1/db?a=b",
                "jdbc:mysql://h/db|MYSQL|jdbc:mysql://h/db",
                "jdbc:mariadb://h/db?a=b|MARIADB|jdbc:mariadb://h/db?a=b",
                "mariadb://h:1/db?ssl-mode=trust|MARIADB|jdbc:mariadb://h:1/db?sslMode=trust",
                "jdbc:sqlite:some/file.db|SQLITE|jdbc:sqlite:some/file.db",
                "postgres://h/db|POSTGRESQL|jdbc:postgresql://h/db",
                "postgresql://h1:1,h2:2/db|POSTGRESQL|jdbc:postgresql://h1:1,h2:2/db",
                "postgresql://[::1]:5432/db|POSTGRESQL|jdbc:postgresql://[::1]:5432/db",
                "postgresql://h|POSTGRESQL|jdbc:postgresql://h/",
                "PostgreSQL://h/db?sslmode=require&connect_timeout=3|POSTGRESQL"
                        + "|jdbc:postgresql://h/db?sslmode=require&connectTimeout=3",
                "mysql://h/db?ssl-mode=REQUIRED|MYSQL|jdbc:mysql://h/db?sslMode=REQUIRED",
                "sqlite:///file.db|SQLITE|jdbc:sqlite:file.db",
                "sqlite:////tmp/file.db|SQLITE|jdbc:sqlite:/tmp/file.db",
                "sqlite:///file.db?mode=ro|SQLITE|jdbc:sqlite:file:file.db?mode=ro",
                "jdbc:sqlite:/tmp/a%b.db?mode=ro|SQLITE|jdbc:sqlite:file:/tmp/a%25b.db?mode=ro",
                "jdbc:sqlite:file.db?busy_timeout=1|SQLITE|jdbc:sqlite:file.db?busy_timeout=1",
            })
    void readsEveryForm(String text, DatabaseEngine engine, String jdbcUrl) {
        DatabaseUrl url = DatabaseUrl.parse(" " + text + "\n");
        assertThat(url).isEqualTo(new DatabaseUrl(engine, jdbcUrl, null, null));
        assertThat(url.inMemory()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":memory:",
                "sqlite::memory:",
                "sqlite://",
                "sqlite:///:memory:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "jdbc:sqlite:file::memory:?cache=shared",
                "jdbc:sqlite:file:name?mode=memory&cache=shared"
            })
    void knowsDatabasesInMemory(String text) {
        assertThat(DatabaseUrl.parse(text).inMemory()).isTrue();
        assertThat(DatabaseUrl.parse(text).engine()).isEqualTo(DatabaseEngine.SQLITE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://ann:p%40ss%2Fw+rd@h/db|jdbc:postgresql://h/db|ann|p@ss/w+rd",
                "mysql://a%20b:p:w@h:3/db?x=1|jdbc:mysql://h:3/db?x=1|a b|p:w",
                "postgres://ann:p@ss@h/db|jdbc:postgresql://h/db|ann|p@ss",
                "postgres://ann@h/db|jdbc:postgresql://h/db|ann|",
                "postgres://ann:@h/db|jdbc:postgresql://h/db|ann|''",
                "jdbc:postgresql://h/db?user=ann&a=b&password=p%26w|jdbc:postgresql://h/db?a=b|ann|p&w",
                "jdbc:mysql://ann:pw@h/db|jdbc:mysql://h/db|ann|pw",
                "jdbc:mariadb://h/db?user=a%20b&password=p%26w|jdbc:mariadb://h/db|a%20b|p%26w",
                "mariadb://a%20b:p%26w@h/db?x=%27y%27|jdbc:mariadb://h/db?x='y'|a b|p&w",
                "mariadb://h/db?user=a%20b&x=1%262|jdbc:mariadb://h/db?x=1%262|a b|",
            })
    void takesUserAndPasswordOut(String text, String jdbcUrl, String user, String password) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password == null ? null : new Secret(password));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mariadb:sequential://h/db|`mariadb` in this form",
                "mariadb://h|it names no database",
                "maria://h/db|did you mean `mariadb`?",
                "jdbc:h2:mem:x|`h2` is not a database",
                "jdbc:oracle:thin:@h:1521:x|`oracle` is not a database",
                "postgre://h/db|did you mean `postgres`?",
                "jdbc:postgressql://h/db|did you mean `postgresql`?",
                "mysq://h/db|did you mean `mysql`?",
                "shop.db|for a SQLite file write jdbc:sqlite:",
                "C:/shop.db|for a SQLite file write jdbc:sqlite:",
                "sqlite://shop.db|third slash",
                "mysql://h|it names no database",
                "mysql:///db|it names no host",
                "postgres://ann:hush%zz@h/db|percent",
                "postgres://ann:hush/x@h/db|percent-encode",
                "postgres://ann:hush?x@h/db|percent-encode",
                "''|does not say which database",
            })
    void refusesTheRest(String text, String part) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text)).isInstanceOfSatisfying(DataFlowException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.URL_UNSUPPORTED);
            assertThat(e.getMessage()).contains(part).doesNotContain("hush");
        });
    }

    @Test
    void printsNoPassword() {
        assertThat(DatabaseUrl.parse("postgresql://ann:hush@h/db?sslpassword=hush"))
                .asString()
                .doesNotContain("hush")
                .isEqualTo("jdbc:postgresql://h/db?sslpassword=***");
    }
}
