package dev.dataflow.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The peers' versions, as the build has them. */
final class Versions {

    private Versions() {}

    static String of(String peer) {
        try (InputStream file = Versions.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(file);
            return versions.getProperty(peer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
