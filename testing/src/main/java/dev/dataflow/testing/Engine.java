package dev.dataflow.testing;

import java.util.Locale;

/** The database engines that tests run on. */
public enum Engine {
    SQLITE,
    POSTGRESQL,
    MYSQL,
    /** Runs only where a test run asks for it, since its binaries are large; it never stands in for MySQL. */
    MARIADB;

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
