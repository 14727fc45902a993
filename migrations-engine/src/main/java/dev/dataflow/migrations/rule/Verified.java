package dev.dataflow.migrations.rule;

/** Where most claims were measured. A claim that was measured elsewhere says so itself. */
final class Verified {

    static final Evidence POSTGRESQL = Evidence.DOCUMENTED;
    static final Evidence POSTGRESQL_13 = Evidence.DOCUMENTED;
    static final Evidence POSTGRESQL_14 = Evidence.DOCUMENTED;
    static final Evidence POSTGRESQL_17 = Evidence.DOCUMENTED;
    static final Evidence POSTGRESQL_18 = Evidence.DOCUMENTED;
    static final Evidence POSTGRESQL_BELOW_18 = Evidence.DOCUMENTED;
    static final Evidence MYSQL = Evidence.DOCUMENTED;
    static final Evidence MARIADB = Evidence.DOCUMENTED;
    static final Evidence SQLITE = Evidence.DOCUMENTED;
    static final Evidence SQLITE_BELOW_3_37 = Evidence.DOCUMENTED;
    static final Evidence SQLITE_FROM_3_53 = Evidence.DOCUMENTED;
    static final Evidence SQLITE_BELOW_3_53 = Evidence.DOCUMENTED;

    private Verified() {}
}
