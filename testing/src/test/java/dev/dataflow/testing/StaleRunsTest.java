package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleRunsTest {
    @TempDir
    Path temp;

    @BeforeEach
    void letTheServersIn() throws IOException {
        Folders.open(temp);
    }

    @Test
    void killedJvmIsSweptAtTheNextStartAndOthersAreLeftAlone() throws Exception {
        // both at the same time, and nothing is unpacked yet
        ChildJvm killed = ChildJvm.start(temp, Engine.POSTGRESQL);
        ChildJvm living = ChildJvm.start(temp, Engine.POSTGRESQL);
        String livingUrl = living.url();
        Path livingData = dataFolder(livingUrl);
        Path killedData = dataFolder(killed.url());
        assertThat(livingData).isNotEqualTo(killedData);

        ProcessHandle left = server(killedData);
        killed.kill();
        assertThat(left.isAlive()).isTrue();
        assertThat(killedData).exists();

        ChildJvm next = ChildJvm.start(temp, Engine.SQLITE);
        next.url();
        assertThat(left.isAlive()).isFalse();
        assertThat(killedData.getParent().getParent()).doesNotExist();
        assertThat(dataFolder(livingUrl)).isEqualTo(livingData);

        ProcessHandle ended = server(livingData);
        living.end();
        next.end();
        assertThat(ended.isAlive()).isFalse();
        assertThat(temp.resolve("testdb-" + System.getProperty("user.name"))).isDirectoryNotContaining("glob:**/run-*");
    }

    private static Path dataFolder(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static ProcessHandle server(Path data) throws IOException {
        String pid = Files.readString(data.resolveSibling(ServerProcess.PID_FILE));
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
