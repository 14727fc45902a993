package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.Arrays;
import java.util.List;

/**
 * Where a claim was measured. What was not measured anywhere is from a manual, and lowers no risk.
 *
 * @param versions the versions of servers on which the claim's test passed, in order; empty for none
 */
public record Evidence(List<ServerVersion> versions) {

    /** From a manual only. */
    public static final Evidence DOCUMENTED = new Evidence(List.of());

    /** Copies the list. */
    public Evidence {
        versions = List.copyOf(versions);
    }

    /** Measured on these versions, written as {@code 8.0.31}. */
    public static Evidence verified(String... versions) {
        return new Evidence(Arrays.stream(versions).map(ServerVersion::of).toList());
    }

    /** Whether it was measured nowhere. */
    public boolean isDocumented() {
        return versions.isEmpty();
    }

    /**
     * Whether it was measured on this version's release line: on PostgreSQL the same major version, on MySQL and MariaDB the
     * same major and minor version, on SQLite this or an older version.
     */
    public boolean covers(DatabaseEngine engine, ServerVersion version) {
        return versions.stream().anyMatch(each -> switch (engine) {
            case POSTGRESQL -> each.major() == version.major();
            case MYSQL, MARIADB -> each.major() == version.major() && each.minor() == version.minor();
            case SQLITE -> version.atLeast(each);
        });
    }

    /** What of it is about these versions. */
    Evidence within(VersionRange range) {
        return new Evidence(versions.stream().filter(range::contains).toList());
    }

    @Override
    public String toString() {
        return versions.isEmpty()
                ? "documented"
                : "verified on "
                        + String.join(
                                ", ", versions.stream().map(VersionRange::text).toList());
    }
}
