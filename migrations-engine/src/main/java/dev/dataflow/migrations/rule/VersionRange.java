package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.schema.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a database.
 *
 * @param from the first of them; null for all from the beginning
 * @param below the first after them; null for no end
 */
public record VersionRange(
        @Nullable ServerVersion from, @Nullable ServerVersion below) {

    /** All versions. */
    public static final VersionRange ALL = new VersionRange(null, null);

    /** A version and all later ones. */
    public static VersionRange from(String version) {
        return new VersionRange(ServerVersion.of(version), null);
    }

    /** All before a version. */
    public static VersionRange below(String version) {
        return new VersionRange(null, ServerVersion.of(version));
    }

    /** Whether a version is one of them. */
    public boolean contains(ServerVersion version) {
        return (from == null || version.atLeast(from)) && (below == null || !version.atLeast(below));
    }

    @Override
    public String toString() {
        if (from == null) {
            return below == null ? "all" : "below " + text(below);
        }
        return "from " + text(from) + (below == null ? "" : ", below " + text(below));
    }

    static String text(ServerVersion version) {
        return version.major()
                + (version.minor() == 0 && version.patch() == 0 ? "" : "." + version.minor())
                + (version.patch() == 0 ? "" : "." + version.patch());
    }
}
