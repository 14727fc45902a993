package dev.dataflow.database;

import java.util.Map;

/** MariaDB's driver settings: strict, in UTC, and counting matched rows as changed. The driver speaks only UTF-8. */
final class MariaDbSetup extends MySqlFamilySetup {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("useServerPrepStmts", "true"),
            Map.entry("prepStmtCacheSize", "256"),
            Map.entry("useAffectedRows", "false"),
            // a name such as UTC is known only to servers with zones loaded
            Map.entry("connectionTimeZone", "+00:00"),
            Map.entry("forceConnectionTimeZoneToSession", "true"),
            Map.entry("tcpKeepAlive", "true"),
            Map.entry("allowLocalInfile", "false"));

    /** Its sorts keep texts as long as they are. */
    private static final int SORTED_BYTES = 16_384;

    MariaDbSetup() {
        super(DEFAULTS, SORTED_BYTES);
    }

    @Override
    public String driver() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public String coordinates() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public void refuseUnsafe(DatabaseUrl url) {
        String value = url.parameters().get("useAffectedRows");
        if (value != null && (value.equalsIgnoreCase("true") || value.equals("1"))) {
            throw UnsafeSetting.of(
                    "useAffectedRows=" + value,
                    "an update that changes nothing would count as no such row",
                    "take `useAffectedRows` out of the URL");
        }
    }
}
