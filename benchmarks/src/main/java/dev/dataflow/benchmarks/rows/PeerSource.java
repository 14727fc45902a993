package dev.dataflow.benchmarks.rows;

import dev.dataflow.testing.Engine;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/** Opens a peer; found as a service, so that those with dependencies of their own can be left out. */
public interface PeerSource {

    /** Its name in parameters and tables. */
    String name();

    /** The version of its library. */
    String version();

    /** Its place in tables, JDBC first. */
    int order();

    /** Whether the peer has a dialect for the engine. */
    default boolean supports(Engine engine) {
        return engine != Engine.MARIADB;
    }

    /** Opens it on a pool, whose database has the table. */
    Peer<?> open(DataSource pool, Engine engine);

    /** All on the class path. */
    static List<PeerSource> all() {
        return StreamSupport.stream(ServiceLoader.load(PeerSource.class).spliterator(), false)
                .sorted(Comparator.comparingInt(PeerSource::order))
                .toList();
    }

    /** The one with a name. */
    static PeerSource named(String name) {
        return all().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no peer " + name + " on the class path"));
    }
}
