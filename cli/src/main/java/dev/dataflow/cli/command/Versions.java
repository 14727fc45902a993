package dev.dataflow.cli.command;

import dev.dataflow.migrations.schema.ServerVersion;
import org.jspecify.annotations.Nullable;

/** Versions of servers as people write them. */
final class Versions {

    private Versions() {}

    /** A version; null for none. */
    static @Nullable ServerVersion read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return ServerVersion.of(text);
        } catch (IllegalArgumentException e) {
            throw Misuse.of("`--server-version " + text + "` is no version", "a version is numbers", "write 17.2");
        }
    }
}
