package dev.dataflow.migrations.fact;

import java.sql.SQLException;

/**
 * Replicas of PostgreSQL, and slots, which keep the log for one that is away.
 *
 * @param replicas how many are connected
 * @param slots how many slots there are
 * @param lagBytes how much of the log the last of them has yet to take
 * @param lagSeconds by how many seconds the last replica is late
 */
record PostgresReplication(Measure replicas, Measure slots, Measure lagBytes, Measure lagSeconds) {

    private static final String POSITION =
            "CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END";

    private static final String SLOTS = "SELECT count(*), coalesce(max(pg_wal_lsn_diff(" + POSITION
            + ", restart_lsn)), 0) FROM pg_replication_slots";

    /** Without the right, the state is NULL. A backup is no replica, and who has not begun to read is none yet. */
    private static final String REPLICAS = "SELECT count(*), count(state), coalesce(max(pg_wal_lsn_diff(" + POSITION
            + ", coalesce(replay_lsn, sent_lsn))), 0), coalesce(max(extract(epoch FROM replay_lag)), 0)"
            + " FROM pg_stat_replication WHERE coalesce(state, 'streaming') IN ('catchup', 'streaming')";

    private record Slots(double count, double bytes) {}

    private record Connected(double count, double shown, double bytes, double seconds) {}

    static PostgresReplication read(Probes probes) throws SQLException {
        Answer<Slots> slots = probes.first(SLOTS, row -> new Slots(row.getDouble(1), row.getDouble(2)));
        Answer<Connected> replicas = probes.first(
                REPLICAS, row -> new Connected(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
        if (slots.value() == null || replicas.value() == null) {
            Measure unknown = Measure.unknown(slots.value() == null ? slots.reason() : replicas.reason());
            return new PostgresReplication(unknown, unknown, unknown, unknown);
        }
        return of(slots.value(), replicas.value());
    }

    private static PostgresReplication of(Slots slots, Connected replicas) {
        Measure connected = Measure.of(replicas.count(), "pg_stat_replication");
        Measure kept = Measure.of(slots.count(), "pg_replication_slots");
        if (replicas.shown() < replicas.count()) {
            Measure hidden = Measure.unknown(PostgresStatistics.noRight());
            return new PostgresReplication(connected, kept, hidden, hidden);
        }
        if (replicas.count() == 0 && slots.count() == 0) {
            Measure none = Measure.of(0, "no replica is connected, and there is no slot");
            return new PostgresReplication(connected, kept, none, none);
        }
        return new PostgresReplication(
                connected,
                kept,
                Measure.of(Math.max(slots.bytes(), replicas.bytes()), "pg_stat_replication and pg_replication_slots"),
                replicas.count() == 0
                        ? Measure.unknown("whom the slot is for is not connected")
                        : Measure.of(replicas.seconds(), "pg_stat_replication"));
    }
}
