package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void optionsWinAndCloseStopsIt() throws SQLException {
        TestServer server = TestServer.start(Engine.POSTGRESQL, "--max_connections=7");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW max_connections")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
            assertThat(connection.getMetaData().getURL()).contains(":" + server.port() + "/");
        }
        server.close();
        assertThatThrownBy(() -> server.connect("postgres")).isInstanceOf(SQLException.class);
        server.close();
    }
}
