package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.Secret;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is. User and password are taken out of server URLs, so that no password is left in the text.
 *
 * @param engine the database
 * @param jdbcUrl the URL as the driver takes it
 * @param user the user the URL names; null for none
 * @param password the password the URL names; null for none
 */
public record DatabaseUrl(
        DatabaseEngine engine,
        String jdbcUrl,
        @Nullable String user,
        @Nullable Secret password) {

    /**
     * Reads a URL: {@code jdbc:postgresql://host/db}, {@code jdbc:mysql://host/db}, {@code jdbc:sqlite:file.db},
     * {@code jdbc:mariadb://host/db}, {@code postgresql://user:password@host/db}, {@code postgres://}, {@code mysql://},
     * {@code mariadb://}, {@code sqlite:///file.db} (three slashes: relative, four: absolute), {@code sqlite::memory:} or
     * {@code :memory:}.
     *
     * @param text the URL
     * @return what it says
     * @throws dev.dataflow.error.DataFlowException DF-010 when it cannot be read or names another database
     */
    public static DatabaseUrl parse(String text) {
        String url = text.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.equals(":memory:") || lower.equals("sqlite::memory:")) {
            return SqliteUrl.memory();
        } else if (lower.startsWith("jdbc:sqlite:")) {
            return SqliteUrl.ofJdbc(url.substring("jdbc:sqlite:".length()));
        } else if (lower.startsWith("sqlite://")) {
            return SqliteUrl.of(url, url.substring("sqlite://".length()));
        }
        for (ServerScheme scheme : ServerScheme.values()) {
            if (lower.startsWith(scheme.prefix())) {
                return new ServerUrl(scheme, url).read();
            }
        }
        throw UrlProblem.unsupported(url);
    }

    /** Whether the database lives in this process's memory and dies with its connection. */
    public boolean inMemory() {
        return engine == DatabaseEngine.SQLITE && SqliteUrl.inMemory(jdbcUrl);
    }

    /** The parameters of the JDBC URL, decoded. */
    UrlParameters parameters() {
        int question = jdbcUrl.indexOf('?');
        return UrlParameters.parse(question < 0 ? "" : jdbcUrl.substring(question + 1));
    }

    /** Where the database is, as it may be printed. */
    String place() {
        int question = jdbcUrl.indexOf('?');
        return Secret.mask(question < 0 ? jdbcUrl : jdbcUrl.substring(0, question));
    }

    /** The URL as it may be printed. */
    @Override
    public String toString() {
        return Secret.mask(jdbcUrl);
    }
}
