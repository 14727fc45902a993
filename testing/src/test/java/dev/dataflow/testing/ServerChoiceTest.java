package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.testing.ServerChoice.Choice;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerChoiceTest {
    private static final String URL = "jdbc:postgresql://db.example:5432/postgres?user=me";

    @Test
    void urlComesFirst() throws IOException {
        Choice choice = choose(Map.of("TESTDB_POSTGRESQL_URL", URL), Docker.WORKS);
        assertThat(choice.origin()).isEqualTo("from TESTDB_POSTGRESQL_URL");
        assertThat(choice.url()).hasToString(URL);
    }

    @Test
    void urlOfAnotherEngineDoesNotCount() throws IOException {
        assertThat(choose(Map.of("TESTDB_MYSQL_URL", URL), Docker.WORKS).origin())
                .isEqualTo("Docker");
    }

    @Test
    void thenDockerThenEmbedded() throws IOException {
        assertThat(choose(Map.of(), Docker.WORKS).origin()).isEqualTo("Docker");
        assertThat(choose(Map.of(), Docker.FAILS).origin())
                .isEqualTo("embedded, as Docker failed with java.lang.IllegalStateException: no such image");
        assertThat(choose(Map.of(), Docker.MISSING).origin()).isEqualTo("embedded");
    }

    @Test
    void embeddedModeLooksAtNothingElse() throws IOException {
        Map<String, String> environment = Map.of("TESTDB_MODE", "Embedded", "TESTDB_POSTGRESQL_URL", URL);
        assertThat(choose(environment, Docker.WORKS).origin()).isEqualTo("embedded");
    }

    @Test
    void urlModeWithoutUrlIsAnError() {
        assertThatThrownBy(() -> choose(Map.of("TESTDB_MODE", "url"), Docker.WORKS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TESTDB_MODE=url, and TESTDB_POSTGRESQL_URL is not set");
    }

    @Test
    void dockerModeNeverFallsBack() {
        Map<String, String> environment = Map.of("TESTDB_MODE", "docker");
        assertThatThrownBy(() -> choose(environment, Docker.MISSING))
                .hasMessage("TESTDB_MODE=docker, and no Docker answers");
        assertThatThrownBy(() -> choose(environment, Docker.FAILS)).hasMessage("no such image");
    }

    @Test
    void unknownModeIsAnErrorThatListsTheValidOnes() {
        assertThatThrownBy(() -> choose(Map.of("TESTDB_MODE", "podman"), Docker.WORKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TESTDB_MODE: unknown mode 'podman'; valid are auto, url, docker, embedded");
    }

    private static Choice choose(Map<String, String> environment, Docker docker) throws IOException {
        return new ServerChoice(environment, new FakeStarters(docker)).choose(Engine.POSTGRESQL);
    }

    private enum Docker {
        WORKS,
        FAILS,
        MISSING
    }

    private record FakeStarters(Docker docker) implements ServerChoice.Starters {
        @Override
        public boolean dockerAnswers() {
            return docker != Docker.MISSING;
        }

        @Override
        public JdbcUrl docker(Engine engine) {
            if (docker == Docker.FAILS) {
                throw new IllegalStateException("no such image");
            }
            return new JdbcUrl("jdbc:docker://host", "", "");
        }

        @Override
        public JdbcUrl embedded(Engine engine) {
            return new JdbcUrl("jdbc:embedded://host", "", "");
        }
    }
}
