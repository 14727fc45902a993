package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import java.util.Locale;

/** Reads the URL of a SQLite database. */
final class SqliteUrl {

    private static final String PREFIX = "jdbc:sqlite:";

    /** Parameters of SQLite's own file URIs; the driver passes them on only when the name starts with file:. */
    private static final List<String> OF_URI = List.of("mode", "cache", "immutable", "vfs", "nolock", "psow");

    private SqliteUrl() {}

    static DatabaseUrl memory() {
        return ofJdbc(":memory:");
    }

    /** Of what stands after {@code jdbc:sqlite:}. */
    static DatabaseUrl ofJdbc(String name) {
        int question = name.indexOf('?');
        String file = question < 0 ? name : name.substring(0, question);
        String query = question < 0 ? "" : name.substring(question);
        UrlParameters parameters = UrlParameters.parse(query.isEmpty() ? "" : query.substring(1));
        if (file.isEmpty()) {
            file = ":memory:";
        }
        boolean uri = file.startsWith("file:");
        if (!uri && !file.equals(":memory:") && OF_URI.stream().anyMatch(parameters::has)) {
            file = "file:" + file.replace("%", "%25").replace("#", "%23");
        }
        return new DatabaseUrl(DatabaseEngine.SQLITE, PREFIX + file + query, null, null);
    }

    /** Of what stands after {@code sqlite://}, in the form SQLAlchemy made known. */
    static DatabaseUrl of(String url, String rest) {
        if (rest.isEmpty() || rest.equals("/")) {
            return memory();
        }
        if (!rest.startsWith("/")) {
            throw UrlProblem.unreadable(
                    url, "sqlite:// needs a third slash before a relative file, a fourth before an" + " absolute one");
        }
        return ofJdbc(rest.substring(1));
    }

    static boolean inMemory(String jdbcUrl) {
        String name = jdbcUrl.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        return name.startsWith(":memory:") || name.startsWith("file::memory:") || name.contains("mode=memory");
    }
}
