package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed of a hazard on one database.
 *
 * @param engine the database
 * @param versions the versions that it is claimed of
 * @param lock the lock of the table
 * @param other the lock of tables that it points to or that point to it; {@link Lock#NONE} for none
 * @param work what is done while the lock is held
 * @param failsOn on what it fails, in words; empty when it does not
 * @param refusal a part of the message with which the database refuses the example always; null when it does not
 * @param loses what data are gone afterwards, in words; empty when none are
 * @param reversible whether a statement takes it back, without values that are gone
 * @param recipe how to do it safely, in words; empty when it is safe
 * @param example a statement that shows it, on the tables of the claims' test
 * @param evidence where it was measured
 */
public record Claim(
        DatabaseEngine engine,
        VersionRange versions,
        Lock lock,
        Lock other,
        Work work,
        String failsOn,
        @Nullable String refusal,
        String loses,
        boolean reversible,
        String recipe,
        String example,
        Evidence evidence) {

    /** Whether it is claimed of a server. */
    public boolean appliesTo(DatabaseEngine server, ServerVersion version) {
        return engine == server && versions.contains(version);
    }

    /** Whether it was measured on this version's release line; only then it may lower a risk. */
    public boolean isVerifiedOn(ServerVersion version) {
        return evidence.covers(engine, version);
    }
}
