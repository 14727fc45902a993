package dev.dataflow.migrations.planfile;

import dev.dataflow.migrations.plan.Step;

/**
 * A step as it is kept.
 *
 * @param id what it does, in the same words in each plan that does it: {@code column.add:users.full_name}. One of a kind in
 *     a plan; a second step for the same has {@code #2} behind it
 * @param checksum the SHA-256 of the step's JSON, by which a journal finds out whether it is the one that was begun
 * @param step the step
 */
public record PlannedStep(String id, String checksum, Step step) {}
