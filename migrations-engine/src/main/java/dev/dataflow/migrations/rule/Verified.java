package dev.dataflow.migrations.rule;

/** Where most claims were measured, each on those of these versions that it is about. One that was measured elsewhere says so. */
final class Verified {

    static final Evidence POSTGRESQL = Evidence.verified("12.22", "13.23", "14.24", "15.19", "16.15", "17.11", "18.6");
    static final Evidence MYSQL = Evidence.verified("8.0.31");
    static final Evidence MARIADB = Evidence.verified("11.4.5");
    static final Evidence SQLITE = Evidence.verified("3.35.0", "3.36.0", "3.51.3", "3.54.1");

    private Verified() {}
}
