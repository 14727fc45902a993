package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.config.Secret;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the URL of a database server. */
final class ServerUrl {

    /** Parameters that libpq and the drivers call differently. */
    private static final Map<String, String> POSTGRESQL_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "target_session_attrs", "targetServerType");

    private static final Map<String, String> MYSQL_NAMES =
            Map.of("ssl-mode", "sslMode", "charset", "characterEncoding");

    /** The driver speaks only UTF-8, and calls its encoding by no name. */
    private static final Map<String, String> MARIADB_NAMES = Map.of("ssl-mode", "sslMode");

    private static final Pattern HOST = Pattern.compile("(\\[[^]]+]|[^:,\\[\\]]+)(:\\d{1,5})?");

    private final ServerScheme scheme;
    private final String url;

    ServerUrl(ServerScheme scheme, String url) {
        this.scheme = scheme;
        this.url = url;
    }

    DatabaseUrl read() {
        try {
            return readEncoded();
        } catch (IllegalArgumentException e) {
            throw UrlProblem.unreadable(url, "a percent sign in it is not followed by two hexadecimal digits");
        }
    }

    private DatabaseUrl readEncoded() {
        String rest = url.substring(scheme.prefix().length());
        int question = rest.indexOf('?');
        UrlParameters parameters = UrlParameters.parse(question < 0 ? "" : rest.substring(question + 1));
        String place = question < 0 ? rest : rest.substring(0, question);
        int slash = place.indexOf('/');
        String authority = slash < 0 ? place : place.substring(0, slash);
        String database = slash < 0 ? "" : place.substring(slash + 1);
        if (database.indexOf('@') >= 0) {
            throw UrlProblem.unreadable(url, "the user or password holds a `/`, `?` or `#` that is not encoded");
        }
        int at = authority.lastIndexOf('@');
        String hosts = authority.substring(at + 1);
        if (hosts.isEmpty()) {
            throw UrlProblem.unreadable(url, "it names no host");
        }
        if (scheme.isNative()
                && !Arrays.stream(hosts.split(","))
                        .allMatch(host -> HOST.matcher(host).matches())) {
            throw UrlProblem.unreadable(url, "its host is not of the form host or host:port");
        }
        if (database.isEmpty() && scheme.engine().family() == EngineFamily.MYSQL) {
            throw UrlProblem.unreadable(url, "it names no database");
        }
        if (scheme.isNative()) {
            switch (scheme.engine()) {
                case MYSQL -> MYSQL_NAMES.forEach(parameters::rename);
                case MARIADB -> {
                    MARIADB_NAMES.forEach(parameters::rename);
                    parameters.decodeAll();
                }
                default -> POSTGRESQL_NAMES.forEach(parameters::rename);
            }
        }
        String[] given = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String user = firstOf(take(parameters, "user"), given, 0);
        String password = firstOf(take(parameters, "password"), given, 1);
        return new DatabaseUrl(
                scheme.engine(),
                scheme.jdbcPrefix() + hosts + "/" + database + parameters.query(),
                user,
                password == null ? null : new Secret(password));
    }

    /** MariaDB's driver takes the parameters of its URLs as they stand. */
    private @Nullable String take(UrlParameters parameters, String name) {
        return scheme.engine() == DatabaseEngine.MARIADB ? parameters.takeEncoded(name) : parameters.take(name);
    }

    private static @Nullable String firstOf(@Nullable String parameter, String[] given, int index) {
        if (parameter != null || given.length <= index) {
            return parameter;
        }
        String decoded = UrlParameters.decode(given[index]);
        return index == 0 && decoded.isEmpty() ? null : decoded;
    }
}
