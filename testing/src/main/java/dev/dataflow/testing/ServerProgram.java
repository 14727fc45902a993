package dev.dataflow.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Unpacked server binaries: what differs from engine to engine. */
interface ServerProgram {
    static ServerProgram of(Engine engine, Workspace workspace) throws IOException {
        return switch (engine) {
            case POSTGRESQL -> PostgresqlProgram.unpack(workspace, Platform.current());
            case MYSQL -> MysqlProgram.unpack(workspace, Platform.current());
            case MARIADB -> MariadbProgram.unpack(workspace, Platform.current());
            case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
        };
    }

    Engine engine();

    /** Fills an empty data folder. */
    List<String> initialize(Path data);

    List<String> start(Path data, int port);

    /** Empty if the server can just be killed. */
    List<String> stop(Path data);

    Map<String, String> environment();

    JdbcUrl adminUrl(int port);

    /**
     * A server's own folder for temporary files, beside its data: MySQL and MariaDB delete all temporary tables of the folder when
     * they start, and so those of other servers that share it.
     */
    static Path temporary(Path data) {
        return data.resolveSibling("temporary");
    }

    /** Selects the data folder of the server that answers. */
    String dataFolderQuery();
}
