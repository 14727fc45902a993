package dev.dataflow.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC URL of a network server in its parts, so that its database can be exchanged. */
record JdbcUrl(String server, String database, String parameters) {
    private static final Pattern PARTS = Pattern.compile("(jdbc:[a-z]+://[^/?]+)/([^/?]*)(?:\\?(.*))?");

    /** Names the setting in its error and not the value, which may hold a password. */
    static JdbcUrl parse(String setting, String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(setting
                    + " must look like jdbc:<engine>://<host>:<port>/<database>?user=<user>&password=<password>");
        }
        return new JdbcUrl(parts.group(1), parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }

    JdbcUrl withDatabase(String name) {
        return new JdbcUrl(server, name, parameters);
    }

    /** The decoded value, empty if the URL does not have it. */
    String parameter(String name) {
        return Arrays.stream(parameters.split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return server + "/" + database + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
