package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import org.jspecify.annotations.Nullable;

/** Says a claim piece by piece. Not thread-safe. */
final class ClaimBuilder {

    private final DatabaseEngine engine;
    private final Lock lock;
    private final Work work;
    private VersionRange versions = VersionRange.ALL;
    private Lock other = Lock.NONE;
    private String failsOn = "";
    private @Nullable String refusal;
    private String loses = "";
    private boolean reversible = true;
    private String recipe = "";

    private ClaimBuilder(DatabaseEngine engine, Lock lock, Work work) {
        this.engine = engine;
        this.lock = lock;
        this.work = work;
    }

    static ClaimBuilder postgres(Lock lock, Work work) {
        return new ClaimBuilder(DatabaseEngine.POSTGRESQL, lock, work);
    }

    static ClaimBuilder mySql(Lock lock, Work work) {
        return new ClaimBuilder(DatabaseEngine.MYSQL, lock, work);
    }

    static ClaimBuilder mariaDb(Lock lock, Work work) {
        return new ClaimBuilder(DatabaseEngine.MARIADB, lock, work);
    }

    static ClaimBuilder sqlite(Work work) {
        return new ClaimBuilder(DatabaseEngine.SQLITE, Lock.WRITER, work);
    }

    ClaimBuilder from(String version) {
        versions = new VersionRange(VersionRange.from(version).from(), versions.below());
        return this;
    }

    ClaimBuilder below(String version) {
        versions = new VersionRange(versions.from(), VersionRange.below(version).below());
        return this;
    }

    /** The lock of tables that it points to, or that point to it. */
    ClaimBuilder other(Lock held) {
        other = held;
        return this;
    }

    ClaimBuilder failsOn(String data) {
        failsOn = data;
        return this;
    }

    /** The database says no, with these words. */
    ClaimBuilder refused(String message) {
        refusal = message;
        return this;
    }

    ClaimBuilder loses(String data) {
        loses = data;
        return this;
    }

    ClaimBuilder irreversible() {
        reversible = false;
        return this;
    }

    ClaimBuilder recipe(String words) {
        recipe = words;
        return this;
    }

    Claim shownBy(String example, Evidence evidence) {
        return new Claim(
                engine,
                versions,
                lock,
                other,
                work,
                failsOn,
                refusal,
                loses,
                reversible,
                recipe,
                example,
                evidence.within(versions));
    }
}
