package dev.dataflow.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** MariaDB with its default SQL mode. The binary log is on; durability is off, for speed. */
record MariadbProgram(Path home) implements ServerProgram {

    static MariadbProgram unpack(Workspace workspace, Platform platform) throws IOException {
        if (!platform.isLinuxAmd64()) {
            throw new TestAbortedException(
                    "no embedded MariaDB for " + platform + ": set TESTDB_MARIADB_URL or start Docker");
        }
        return new MariadbProgram(MariadbBinaries.unpack(workspace));
    }

    @Override
    public Engine engine() {
        return Engine.MARIADB;
    }

    @Override
    public List<String> initialize(Path data) {
        return List.of(
                "/bin/sh",
                home.resolve("scripts").resolve("mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
                "--innodb-log-file-size=8M",
                "--innodb-undo-tablespaces=0");
    }

    @Override
    public List<String> start(Path data, int port) {
        return List.of(
                MariadbBinaries.server(home).toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mariadb.sock",
                "--tmpdir=" + ServerProgram.temporary(data),
                "--pid-file=mariadb.pid",
                "--skip-name-resolve",
                // making keys takes seconds, and nothing here speaks TLS
                "--skip-ssl",
                "--max-connections=200",
                // as MySQL has it by default; here it is 16 MB
                "--max-allowed-packet=64M",
                // not UTC, so that mistakes with time zones show
                "--default-time-zone=+05:30",
                "--server-id=1",
                "--log-bin=binlog",
                "--sync-binlog=0",
                "--innodb-log-file-size=8M",
                "--innodb-undo-tablespaces=0",
                "--innodb-buffer-pool-size=64M",
                "--innodb-use-native-aio=OFF",
                "--innodb-flush-method=nosync",
                "--innodb-flush-log-at-trx-commit=0");
    }

    @Override
    public List<String> stop(Path data) {
        return List.of();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public JdbcUrl adminUrl(int port) {
        return new JdbcUrl("jdbc:mariadb://127.0.0.1:" + port, "mysql", "user=root");
    }

    @Override
    public String dataFolderQuery() {
        return "SELECT @@datadir";
    }
}
