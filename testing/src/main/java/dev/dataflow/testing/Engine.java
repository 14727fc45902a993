package dev.dataflow.testing;

import java.util.Locale;

/** The database engines that tests run on. */
public enum Engine {
    SQLITE,
    POSTGRESQL,
    MYSQL;

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
