package dev.dataflow.benchmarks.source;

import dev.dataflow.testing.Engine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/** A library that does the work; found as a service, so that those with dependencies of their own can be left out. */
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

    /** Whether the peer does what a benchmark of this name measures, of the kinds that it has. */
    default boolean does(String work, Engine engine) {
        return true;
    }

    /** The interfaces of work, each with how the peer is opened for it. */
    Map<Class<?>, Opening> kinds();

    /** Opens a peer on a pool, whose database has the tables. */
    @FunctionalInterface
    interface Opening {
        /** Opens it; an instance of the kind. */
        AutoCloseable open(DataSource pool, Engine engine);
    }

    /** Opens the peer for a kind of work. */
    default <T> T open(Class<T> kind, DataSource pool, Engine engine) {
        Opening opening = kinds().get(kind);
        if (opening == null) {
            throw new IllegalArgumentException(name() + " has no " + kind.getSimpleName());
        }
        return kind.cast(opening.open(pool, engine));
    }

    /** All on the class path. */
    static List<PeerSource> all() {
        return StreamSupport.stream(ServiceLoader.load(PeerSource.class).spliterator(), false)
                .sorted(Comparator.comparingInt(PeerSource::order))
                .toList();
    }

    /** Those that have a kind of work on an engine. */
    static List<PeerSource> all(Class<?> kind, Engine engine) {
        return all().stream()
                .filter(source -> source.supports(engine) && source.kinds().containsKey(kind))
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
