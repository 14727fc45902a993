package dev.dataflow.migrations.schema;

import java.util.Map;

/**
 * Whether a table of PostgreSQL shows only the rows that its policies allow.
 *
 * @param enabled whether it does so for others
 * @param forced whether it does so for its owner, where it is enabled
 */
public record RowSecurityState(boolean enabled, boolean forced) {

    /** The option of a table that says so. */
    public static final String OPTION = "row security";

    /** The state that a table's options say. */
    public static RowSecurityState of(Map<String, String> options) {
        String value = options.getOrDefault(OPTION, "");
        return new RowSecurityState(value.equals("enabled") || value.equals("forced"), value.startsWith("forced"));
    }

    /** Whether somebody may see rows in another state that he may not see in this one. */
    public boolean isOpenedBy(RowSecurityState other) {
        return enabled && (!other.enabled || forced && !other.forced);
    }
}
