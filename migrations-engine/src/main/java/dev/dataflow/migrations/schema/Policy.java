package dev.dataflow.migrations.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that says which rows can be seen and written.
 *
 * @param name its name
 * @param permissive whether it lets rows in, else it keeps rows out
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles whom it concerns, in the order of names; {@code public} for everybody
 * @param using the condition of rows that can be seen, as the server writes it; null for none
 * @param check the condition of rows that can be written, as the server writes it; null for none
 */
public record Policy(
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String check) {

    /** Copies the roles in the order of names. */
    public Policy {
        roles = roles.stream().sorted().toList();
    }
}
