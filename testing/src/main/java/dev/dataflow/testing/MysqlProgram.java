package dev.dataflow.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** MySQL with its default SQL mode. The binary log is on; durability is off, for speed. */
record MysqlProgram(Path home, Map<String, String> environment) implements ServerProgram {

    static MysqlProgram unpack(Workspace workspace, Platform platform) throws IOException {
        String archive = platform.mysqlArchive()
                .orElseThrow(() -> new TestAbortedException(
                        "no embedded MySQL for " + platform + ": set TESTDB_MYSQL_URL or start Docker"));
        Path home = Archive.unpack(workspace, archive);
        return new MysqlProgram(home, MysqlLibraries.environment(workspace, platform, server(home)));
    }

    @Override
    public Engine engine() {
        return Engine.MYSQL;
    }

    @Override
    public List<String> initialize(Path data) {
        return with(data, "--initialize-insecure");
    }

    @Override
    public List<String> start(Path data, int port) {
        return with(
                data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mysql.sock",
                "--tmpdir=" + ServerProgram.temporary(data),
                "--pid-file=mysql.pid",
                "--mysqlx=OFF",
                "--performance-schema=OFF",
                "--max-connections=200",
                // not UTC, so that mistakes with time zones show
                "--default-time-zone=+05:30",
                "--server-id=1",
                "--log-bin=binlog",
                "--innodb-flush-log-at-trx-commit=0",
                "--sync-binlog=0");
    }

    @Override
    public List<String> stop(Path data) {
        return List.of();
    }

    @Override
    public JdbcUrl adminUrl(int port) {
        return new JdbcUrl("jdbc:mysql://127.0.0.1:" + port, "mysql", "user=root");
    }

    @Override
    public String dataFolderQuery() {
        return "SELECT @@datadir";
    }

    private List<String> with(Path data, String... options) {
        List<String> line = new ArrayList<>(List.of(
                server(home),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--innodb-use-native-aio=OFF",
                "--innodb-flush-method=nosync",
                "--innodb-redo-log-capacity=8388608",
                "--innodb-buffer-pool-size=64M",
                // making keys takes a second, and nothing here speaks TLS
                "--auto-generate-certs=OFF",
                "--caching-sha2-password-auto-generate-rsa-keys=OFF",
                "--sha256-password-auto-generate-rsa-keys=OFF"));
        line.addAll(List.of(options));
        return line;
    }

    private static String server(Path home) {
        return home.resolve("bin").resolve("mysqld").toString();
    }
}
