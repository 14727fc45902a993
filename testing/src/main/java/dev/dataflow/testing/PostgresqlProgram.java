package dev.dataflow.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PostgreSQL. Logical decoding is on; durability is off, for speed. */
record PostgresqlProgram(Path home) implements ServerProgram {

    static PostgresqlProgram unpack(Workspace workspace, Platform platform) throws IOException {
        return new PostgresqlProgram(Archive.unpack(workspace, platform.postgresqlArchive()));
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public List<String> initialize(Path data) {
        return List.of(
                binary("initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF-8",
                "--locale=C",
                "--no-sync");
    }

    @Override
    public List<String> start(Path data, int port) {
        return List.of(
                binary("postgres"),
                "-D",
                data.toString(),
                "--port=" + port,
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                "--max_connections=200",
                "--shared_buffers=64MB",
                "--wal_level=logical",
                "--fsync=off",
                "--full_page_writes=off",
                "--synchronous_commit=off",
                "--max_prepared_transactions=10",
                // not UTC, so that mistakes with time zones show
                "--timezone=Asia/Kolkata");
    }

    /** A plain signal would wait for the clients. */
    @Override
    public List<String> stop(Path data) {
        return List.of(binary("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "10");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public JdbcUrl adminUrl(int port) {
        return new JdbcUrl("jdbc:postgresql://127.0.0.1:" + port, "postgres", "user=postgres");
    }

    @Override
    public String dataFolderQuery() {
        return "SHOW data_directory";
    }

    private String binary(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
