package dev.dataflow.testing;

import java.util.List;

/**
 * Hands out fresh databases. The first call for an engine starts its server, which stops when the JVM ends.
 *
 * <p>Where the server comes from is chosen per engine: the URL in {@code TESTDB_POSTGRESQL_URL},
 * {@code TESTDB_MYSQL_URL} or {@code TESTDB_MARIADB_URL}, else Docker if it answers, else binaries from the classpath. The environment variable
 * {@code TESTDB_MODE}, one of {@code auto}, {@code url}, {@code docker} and {@code embedded}, forces one of them.
 */
public final class TestDatabases {
    private TestDatabases() {}

    /**
     * Creates an empty database with a unique name.
     *
     * @throws org.opentest4j.TestAbortedException if there is no MySQL or MariaDB for this platform
     * @throws IllegalStateException if the server cannot be started or reached
     */
    public static TestDatabase create(Engine engine) {
        return Servers.of(engine).create();
    }

    /** The version that the engine's server reports, for example {@code 17.11}. Starts the server. */
    public static String serverVersion(Engine engine) {
        return Servers.of(engine).version();
    }

    /**
     * The engines of this test run: SQLite, PostgreSQL and MySQL, unless the system property {@code testdb.engines} or the environment
     * variable {@code TESTDB_ENGINES} lists others, as in {@code sqlite,mariadb}.
     *
     * @throws IllegalArgumentException if the list names something else
     */
    public static List<Engine> engines() {
        return EngineSelection.current();
    }
}
