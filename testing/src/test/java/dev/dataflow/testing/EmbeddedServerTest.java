package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {

    @Test
    void portTakenByAnotherServerIsNotMistakenForOurs() throws IOException, SQLException {
        Workspace workspace = Servers.workspace();
        ServerProgram program = ServerProgram.of(Engine.POSTGRESQL, workspace);
        JdbcUrl first = EmbeddedServer.start(workspace, program);
        int taken = Integer.parseInt(first.server().substring(first.server().lastIndexOf(':') + 1));
        Iterator<Integer> ports =
                List.of(taken, taken, EmbeddedServer.freePort()).iterator();

        JdbcUrl second = EmbeddedServer.start(workspace, program, ports::next);

        assertThat(ports).isExhausted();
        assertThat(second).isNotEqualTo(first);
        assertThat(NetworkServer.at(Engine.POSTGRESQL, second).version()).isNotEmpty();
    }
}
