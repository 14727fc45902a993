package dev.dataflow.transaction;

import java.time.Duration;

/**
 * A transaction met another one and is run again.
 *
 * @param failed how many attempts have failed
 * @param attempts how many there are at most
 * @param pause how long it waits before the next
 */
public record TransactionRetry(int failed, int attempts, Duration pause) {}
