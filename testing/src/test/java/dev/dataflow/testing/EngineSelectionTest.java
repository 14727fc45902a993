package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSelectionTest {

    @Test
    void nothingSaidMeansAllButMariaDb() {
        assertThat(EngineSelection.parse(null)).containsExactly(Engine.SQLITE, Engine.POSTGRESQL, Engine.MYSQL);
        assertThat(EngineSelection.parse(" ")).isEqualTo(EngineSelection.parse(null));
        assertThat(EngineSelection.parse("mariadb")).containsExactly(Engine.MARIADB);
    }

    @Test
    void listNarrowsInAnyCaseAndOrder() {
        assertThat(EngineSelection.parse("mysql, SQLite,mysql")).containsExactly(Engine.SQLITE, Engine.MYSQL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite,oracle", "sqlite,", ",", "oracle"})
    void unknownEngineIsAnErrorThatListsTheValidOnes(String list) {
        assertThatThrownBy(() -> EngineSelection.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("testdb.engines: unknown engine '")
                .hasMessageEndingWith("'; valid are sqlite, postgresql, mysql, mariadb");
    }
}
