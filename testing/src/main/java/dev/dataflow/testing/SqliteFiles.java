package dev.dataflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** SQLite databases, each a file in a folder of its own, which also holds its journals. */
record SqliteFiles(Workspace workspace, String version) implements Server {

    static SqliteFiles in(Workspace workspace) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return new SqliteFiles(workspace, connection.getMetaData().getDatabaseProductVersion());
        }
    }

    @Override
    public TestDatabase create() {
        try {
            Path folder = workspace.newFolder("sqlite");
            String url = "jdbc:sqlite:" + folder.resolve("test.db");
            return new TestDatabase(
                    Engine.SQLITE, url, "", "", folder.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a SQLite database", e);
        }
    }

    @Override
    public void drop(TestDatabase database) {
        Folders.delete(workspace.folder(database.name()));
    }
}
