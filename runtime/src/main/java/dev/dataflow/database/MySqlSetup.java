package dev.dataflow.database;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** MySQL's driver settings: strict, in UTC, and counting matched rows as changed. */
final class MySqlSetup extends MySqlFamilySetup {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("useServerPrepStmts", "true"),
            // a statement with a fetch size, which only streams have, then reads through a cursor of the server
            Map.entry("useCursorFetch", "true"),
            Map.entry("cachePrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "256"),
            Map.entry("prepStmtCacheSqlLimit", "8192"),
            Map.entry("useAffectedRows", "false"),
            Map.entry("connectionTimeZone", "UTC"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("characterEncoding", "UTF-8"),
            Map.entry("tcpKeepAlive", "true"),
            Map.entry("allowLoadLocalInfile", "false"));

    /** Values that lose data or transactions, with why. */
    private static final Map<String, Refusal> UNSAFE = Map.of(
            "useAffectedRows", new Refusal(Set.of("true"), "an update that changes nothing would count as no such row"),
            "zeroDateTimeBehavior",
                    new Refusal(
                            Set.of("convert_to_null", "converttonull", "round"),
                            "stored dates would be read as others"),
            "jdbcCompliantTruncation", new Refusal(Set.of("false"), "values that are too long would be cut silently"),
            "sendFractionalSeconds", new Refusal(Set.of("false"), "fractions of seconds would be lost"),
            "autoReconnect", new Refusal(Set.of("true"), "half a transaction would be lost silently"));

    private static final Set<String> UNICODE = Set.of("utf-8", "utf8", "utf8mb4");

    private record Refusal(Set<String> values, String why) {}

    /** Collations that pad make each text this long; those of version 8 sort by whole texts anyhow. */
    private static final int SORTED_BYTES = 8_192;

    MySqlSetup() {
        super(DEFAULTS, SORTED_BYTES);
    }

    @Override
    public String driver() {
        return "com.mysql.cj.jdbc.Driver";
    }

    @Override
    public String coordinates() {
        return "com.mysql:mysql-connector-j";
    }

    @Override
    public void refuseUnsafe(DatabaseUrl url) {
        UrlParameters given = url.parameters();
        UNSAFE.forEach((name, refusal) -> {
            String value = given.get(name);
            if (value != null && refusal.values().contains(value.toLowerCase(Locale.ROOT))) {
                throw UnsafeSetting.of(name + "=" + value, refusal.why(), "take `" + name + "` out of the URL");
            }
        });
        String encoding = given.get("characterEncoding");
        if (encoding != null && !UNICODE.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw UnsafeSetting.of(
                    "characterEncoding=" + encoding,
                    "characters outside it would become question marks",
                    "take `characterEncoding` out of the URL");
        }
    }
}
