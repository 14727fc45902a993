package dev.dataflow.transaction;

/**
 * What befell the transactions of an instance since it was opened.
 *
 * @param retries attempts after the first
 * @param gaveUp transactions that met another one at their last attempt; those without a retry policy have one only
 * @param timeouts transactions that ran out of time
 * @param failedAfterCommit actions after a commit that failed
 */
public record TransactionMetrics(long retries, long gaveUp, long timeouts, long failedAfterCommit) {}
