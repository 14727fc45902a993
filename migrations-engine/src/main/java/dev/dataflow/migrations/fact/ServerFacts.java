package dev.dataflow.migrations.fact;

/**
 * What is known of a server. Each says where it is from, or why it is not known.
 *
 * @param longestTransactionSeconds for how long the oldest transaction of others has been open
 * @param preparedTransactions how many prepared transactions there are
 * @param replicas how many replicas are connected
 * @param replicationSlots how many replication slots there are
 * @param replicationLagBytes how much of the log the replica, or slot, that is furthest behind has yet to take
 * @param replicationLagSeconds by how many seconds the replica that is furthest behind is late
 * @param databaseBytes how large the database's file is; SQLite only
 * @param freeBytes how much room there is where the data are
 */
public record ServerFacts(
        Measure longestTransactionSeconds,
        Measure preparedTransactions,
        Measure replicas,
        Measure replicationSlots,
        Measure replicationLagBytes,
        Measure replicationLagSeconds,
        Measure databaseBytes,
        Measure freeBytes) {

    /** Nothing is known. */
    public static ServerFacts unknown(String why) {
        Measure unknown = Measure.unknown(why);
        return new ServerFacts(unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown);
    }
}
