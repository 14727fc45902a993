package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Replicas of MySQL and MariaDB. A server knows how many are connected, but not how far behind they are; a replica knows that
 * of itself.
 *
 * @param replicas how many are connected
 * @param lagBytes 0 where there are none, unknown else
 * @param lagSeconds by how many seconds this server is late where it is a replica itself; 0 where it is none and has none
 */
record MySqlReplication(Measure replicas, Measure lagBytes, Measure lagSeconds) {

    private static final String CONNECTED =
            "SELECT count(*) FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%'";

    private static final String ALL_SOURCES = "SHOW REPLICA STATUS";

    /** There, the other one shows only the source without a name. */
    private static final String ALL_SOURCES_MARIADB = "SHOW ALL REPLICAS STATUS";

    /**
     * Reads.
     *
     * @param engine MySQL or MariaDB
     * @param transactions what is known of others' transactions: who may not see those does not see their processes either
     */
    static MySqlReplication read(Probes probes, DatabaseEngine engine, Measure transactions) throws SQLException {
        if (!transactions.isKnown()) {
            Measure hidden = Measure.unknown(transactions.source());
            return new MySqlReplication(hidden, hidden, hidden);
        }
        Answer<Double> connected = probes.first(CONNECTED, row -> row.getDouble(1));
        if (connected.value() == null) {
            Measure unknown = Measure.unknown(connected.reason());
            return new MySqlReplication(unknown, unknown, unknown);
        }
        Measure replicas = Measure.of(connected.value(), "information_schema.PROCESSLIST");
        if (connected.value() > 0) {
            Measure theirs = Measure.unknown("only replicas know how far behind they are");
            return new MySqlReplication(replicas, theirs, theirs);
        }
        Measure own = own(probes, engine == DatabaseEngine.MYSQL ? ALL_SOURCES : ALL_SOURCES_MARIADB);
        boolean none = own.isKnown() && own.value().getAsDouble() == 0;
        return new MySqlReplication(
                replicas, none ? own : Measure.unknown("a replica does not know how many bytes it is behind"), own);
    }

    /** By how much this server is late: a row for each that it follows. */
    private static Measure own(Probes probes, String status) throws SQLException {
        Answer<List<OptionalDouble>> rows = probes.list(status, MySqlReplication::secondsBehind);
        if (rows.value() == null) {
            return Measure.unknown(rows.reason());
        }
        if (rows.value().isEmpty()) {
            return Measure.of(0, "no replica is connected, and the server is none");
        }
        return rows.value().stream().allMatch(OptionalDouble::isPresent)
                ? Measure.of(
                        rows.value().stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .max()
                                .orElse(0),
                        status)
                : Measure.unknown("the server is a replica that does not follow at the moment");
    }

    /** MySQL and MariaDB have other names for it. */
    private static OptionalDouble secondsBehind(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnLabel(i).startsWith("Seconds_Behind") && row.getString(i) != null) {
                return OptionalDouble.of(row.getDouble(i));
            }
        }
        return OptionalDouble.empty();
    }
}
