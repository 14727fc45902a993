package dev.dataflow.database;

import com.zaxxer.hikari.HikariConfig;
import dev.dataflow.config.DataFlowConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** What the drivers of MySQL and MariaDB have in common: strict servers, and time limits for connecting only. */
abstract class MySqlFamilySetup implements EngineSetup {

    private static final String SQL_MODE =
            "sql_mode='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    /** How many texts of full length a sort has memory for: 15 rows of 68 columns. It takes what its rows need. */
    private static final int SORTED_TEXTS = 1_024;

    private final Map<String, String> defaults;
    private final int sortedBytes;

    /**
     * A set-up with settings that hold unless the URL has others.
     *
     * @param defaults the driver's
     * @param sortedBytes how many bytes of a text the server is to sort by; it is 1,024 unless set, and a sort must have memory
     *     for 15 rows of such texts
     */
    MySqlFamilySetup(Map<String, String> defaults, int sortedBytes) {
        this.defaults = defaults;
        this.sortedBytes = sortedBytes;
    }

    @Override
    public final Properties properties(DatabaseUrl url, DataFlowConfig config) {
        Properties properties = new Properties();
        UrlParameters given = url.parameters();
        String millis = Long.toString(config.connectionTimeout().toMillis());
        defaults.forEach((name, value) -> EngineSetup.unlessGiven(properties, given, name, value));
        EngineSetup.unlessGiven(properties, given, "connectTimeout", millis);
        // bounds the handshake too; connected() lifts it for statements
        EngineSetup.unlessGiven(properties, given, "socketTimeout", millis);
        EngineSetup.unlessGiven(properties, given, "sessionVariables", variables());
        return properties;
    }

    private String variables() {
        return SQL_MODE + ",max_sort_length=" + sortedBytes + ",sort_buffer_size=" + sortedBytes * SORTED_TEXTS;
    }

    @Override
    public final void size(HikariConfig pool, DatabaseUrl url, DataFlowConfig config) {
        EngineSetup.serverPool(pool, config);
    }

    @Override
    public final void connected(Connection connection, DatabaseUrl url) throws SQLException {
        if (!url.parameters().has("socketTimeout")) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }
}
