package dev.dataflow.migrations.fact;

/**
 * What is known of a server. Each says where it is from, or why it is not known.
 *
 * @param longestTransactionSeconds for how long the oldest transaction of others has been open
 * @param preparedTransactions how many prepared transactions there are
 * @param replicationSlots how many replication slots there are
 * @param replicationLagBytes how far behind the last of them is
 * @param databaseBytes how large the database's file is; SQLite only
 */
public record ServerFacts(
        Measure longestTransactionSeconds,
        Measure preparedTransactions,
        Measure replicationSlots,
        Measure replicationLagBytes,
        Measure databaseBytes) {

    /** Nothing is known. */
    public static ServerFacts unknown(String why) {
        Measure unknown = Measure.unknown(why);
        return new ServerFacts(unknown, unknown, unknown, unknown, unknown);
    }
}
