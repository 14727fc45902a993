package dev.dataflow.error;

/** Every code an error can have. A number is never given a second meaning. Each has a page in {@code docs/errors}. */
public enum ErrorCode {
    /** The URL names a database whose JDBC driver is not on the class path. */
    DRIVER_MISSING(1, "no JDBC driver"),
    /** A model on the class path has no generated code. */
    MODEL_NOT_GENERATED(2, "model without generated code"),
    /** Models are to be brought to the database, but nothing on the class path can. */
    SCHEMA_STEP_MISSING(5, "no migrations engine"),
    /** A command line asks for something that does not exist or does not go together. */
    COMMAND_LINE_INVALID(6, "invalid command line"),
    /** A secret stands in a command line, or is not where the command line says. */
    SECRET_UNUSABLE(7, "secret cannot be used"),
    /** A file or folder cannot be read or written, or is not of the kind that is needed. */
    FILE_UNUSABLE(8, "file cannot be used"),
    /** No descriptor of a model is where models were said to be. */
    MODELS_NOT_FOUND(9, "no models found"),
    /** The URL cannot be read, or names a database that is not supported. */
    URL_UNSUPPORTED(10, "unsupported URL"),
    /** The database does not answer. */
    DATABASE_UNREACHABLE(11, "database unreachable"),
    /** The database refused the user or the password. */
    AUTHENTICATION_FAILED(12, "authentication failed"),
    /** The database can be read but not written. */
    DATABASE_READ_ONLY(13, "database is read-only"),
    /** The database or the data source is set up so that data would be lost. */
    DATABASE_UNSAFE(14, "database set up unsafely"),
    /** A setting has a value it cannot have. */
    SETTING_INVALID(15, "invalid setting"),
    /** The instance was closed. */
    CLOSED(16, "instance is closed"),
    /** No node or model has the name. */
    NODE_UNKNOWN(17, "unknown node or model"),
    /** Several nodes have the short name. */
    NODE_AMBIGUOUS(18, "ambiguous node name"),
    /** The server is another database than the URL or the driver is made for. */
    DATABASE_MISMATCH(19, "URL or driver of another database"),
    /** A model names a collation that the database does not have, or none for this database. */
    COLLATION_UNKNOWN(20, "unknown collation"),
    /** Generated code and the runtime are of versions that do not fit together. */
    GENERATED_CODE_VERSION(21, "generated code of another version"),
    /** Generated code is left over from an earlier build. */
    GENERATED_CODE_STALE(22, "stale generated code"),

    /** A required value is missing. */
    PARAMETER_MISSING(101, "missing parameter"),
    /** A value is of another type than its field, or does not fit it. */
    TYPE_MISMATCH(102, "type mismatch"),
    /** A field that the runtime manages was written. */
    MANAGED_FIELD(103, "managed field"),
    /** An update is not in the form {@code filter} and {@code fields}. */
    UPDATE_SHAPE(104, "update shape"),
    /** The id is missing. */
    ID_MISSING(105, "id missing"),
    /** No field, key or option has the name. */
    NAME_UNKNOWN(106, "unknown name"),
    /** A number or option is outside what it may be. */
    OPTION_INVALID(107, "invalid option"),
    /** A condition reaches outside the model's own table. */
    CONDITION_FOREIGN(108, "condition outside the model"),
    /** A bulk call without a filter was not confirmed. */
    NOT_CONFIRMED(109, "not confirmed"),
    /** The columns to find existing rows by are not a key. */
    CONFLICT_KEY_INVALID(110, "not a unique key"),
    /** An expression cannot be computed exactly on this database. */
    EXPRESSION_INEXACT(111, "inexact expression"),
    /** The id of a new row is given where the database makes it. */
    ID_GIVEN(112, "id given"),
    /** What is asked for comes with a later release. */
    NOT_AVAILABLE(113, "not available yet"),
    /** Rows cannot be read into the type asked for. */
    PROJECTION_INVALID(116, "invalid projection"),
    /** The model's code has no such node. */
    NODE_LEFT_OUT(117, "node left out"),
    /** A relation cannot be followed. */
    RELATION_INVALID(118, "invalid relation"),
    /** The database has no patterns over a column's collation. */
    PATTERN_UNSUPPORTED(119, "pattern over a collation"),
    /** No codec for JSON, or more than one. */
    JSON_CODEC(120, "no JSON codec"),
    /** An order or computation over JSON or a list. */
    NO_ORDER(121, "values without an order"),
    /** An expression cannot say what offset an {@code OffsetDateTime} is to have. */
    EXPRESSION_WITHOUT_OFFSET(122, "expression without offset"),
    /** A filter's operator does not fit its field. */
    OPERATOR_UNFIT(123, "operator does not fit the field"),
    /** A filter is nested too deeply or holds too many values. */
    FILTER_TOO_LARGE(124, "filter too large"),
    /** A pattern or regular expression cannot be read. */
    PATTERN_INVALID(125, "invalid pattern"),
    /** A path of a filter leads into what is no JSON, or cannot be followed. */
    JSON_PATH_INVALID(126, "invalid path into JSON"),
    /** The database gave up matching a regular expression. */
    EXPRESSION_TOO_COSTLY(127, "regular expression given up"),
    /** A bulk call that leaves out bad rows met an error that is not of a row. */
    BULK_STOPPED(145, "bulk call stopped"),

    /** A cursor was not made here, or was changed on its way. */
    CURSOR_INVALID(132, "invalid cursor"),
    /** A cursor belongs to a query with another filter or order. */
    CURSOR_FOREIGN(133, "cursor of another query"),
    /** There is no page after this one. */
    PAGE_LAST(134, "no next page"),
    /** The driver would read all rows of a stream into memory. */
    STREAM_WITHOUT_CURSOR(135, "stream without a cursor"),

    /** A function does not fit the field it is computed over. */
    AGGREGATE_UNFIT(140, "function does not fit the field"),
    /** A computed value cannot have the name. */
    ALIAS_INVALID(141, "invalid alias"),

    /** An update changes a field twice. */
    CHANGED_TWICE(155, "field changed twice"),
    /** A page would start behind a text that the database sorted by its beginning only. */
    SORTED_TEXT_TOO_LONG(165, "text too long to go on behind"),

    /** A change of a versioned row does not say which version it is made for. */
    VERSION_MISSING(180, "version missing"),

    /** A migration failed. */
    MIGRATION_FAILED(301, "migration failed"),
    /** The database's schema is not what the models say. */
    SCHEMA_DIFFERS(302, "schema differs"),
    /** A model cannot be held by this database. */
    MODEL_UNSUPPORTED(303, "model the database cannot hold"),
    /** A model's descriptor is missing or cannot be read. */
    DESCRIPTOR_INVALID(304, "invalid descriptor"),
    /** Hints about renames contradict each other or the schemas. */
    RENAME_CONTRADICTION(317, "contradictory renames"),
    /** Something is gone and something like it is new, and nobody said whether it is the same. */
    RENAME_UNDECIDED(318, "ambiguous rename"),
    /** Former names that models give do not fit the schema there is. */
    FORMER_NAME_CONTRADICTION(319, "contradictory former names"),
    /** Another process is changing the schema. */
    SCHEMA_LOCKED(310, "schema lock busy"),
    /** The account may not read all of a schema. */
    CATALOG_DENIED(320, "catalog not readable"),
    /** The connection broke while a schema was read. */
    CATALOG_LOST(321, "connection lost while reading a schema"),
    /** There is no schema of a name. */
    SCHEMA_MISSING(322, "no such schema"),
    /** A schema snapshot is broken or of another version. */
    SNAPSHOT_INVALID(323, "invalid schema snapshot"),
    /** A schema holds something that cannot be read. */
    CATALOG_UNREADABLE(324, "schema cannot be read"),
    /** The server does not let the models' tables be created where nobody sees them. */
    SCRATCH_REFUSED(325, "no scratch schema"),
    /** A difference of two schemas has no statements. */
    CHANGE_UNPLANNABLE(330, "change that cannot be planned"),
    /** A column that may not be NULL comes to rows that have no value for it. */
    VALUE_MISSING(331, "no value for rows that are there"),
    /** A plan's options give a value to a column that takes none. */
    VALUE_UNUSED(332, "value for no column"),
    /** A plan is asked for a version whose statements are not known. */
    VERSION_UNSUPPORTED(333, "unsupported version of a database"),
    /** A plan file is broken or of another version. */
    PLAN_FILE_INVALID(334, "invalid plan file"),
    /** A plan file was changed after it was written. */
    PLAN_FILE_CHANGED(335, "changed plan file"),
    /** A plan is for another database, or for another state of it. */
    PLAN_FILE_UNFIT(336, "plan of another database"),
    /** A policy for plans cannot be read. */
    POLICY_INVALID(337, "invalid policy"),
    /** A policy allows a change that the plan does not make. */
    ALLOWANCE_UNUSED(338, "unused allowance"),
    /** A policy does not let a plan run. */
    PLAN_BLOCKED(339, "plan blocked"),

    /** A database's schema is not the one that was kept or planned for. */
    SCHEMA_DRIFTED(340, "schema drift"),
    /** A schema has no table of a name. */
    TABLE_UNKNOWN(341, "no such table"),
    /** A table has no column of a name. */
    COLUMN_UNKNOWN(342, "no such column"),
    /** A table has no foreign key of a name. */
    FOREIGN_KEY_UNKNOWN(343, "no such foreign key"),
    /** A database is not what the models say, where it was asked whether it is. */
    CHANGES_PENDING(344, "changes pending"),
    /** Two schemas are of different databases. */
    SCHEMAS_INCOMPARABLE(345, "schemas of different databases"),

    /** The database refused a statement for a reason that has no code of its own. */
    STATEMENT_FAILED(400, "statement failed"),
    /** A value that must be unique exists already. */
    UNIQUE_VIOLATION(402, "unique violation"),
    /** A reference points to no row, or a row is still referenced. */
    FOREIGN_KEY_VIOLATION(403, "foreign key violation"),
    /** No row has the key. */
    NOT_FOUND(404, "not found"),
    /** NULL for a column that must have a value. */
    NOT_NULL_VIOLATION(405, "NOT NULL violation"),
    /** A value breaks a check of the table. */
    CHECK_VIOLATION(406, "check violation"),
    /** A value does not fit its column. */
    VALUE_OUT_OF_RANGE(407, "value out of range"),
    /** Two transactions waited for each other or changed the same rows. */
    TRANSACTION_CONFLICT(408, "transaction conflict"),
    /** Another change was faster: the row has another version than the call was made for. */
    VERSION_CONFLICT(409, "version conflict"),
    /** A statement or a lock took longer than allowed. */
    TIMEOUT(410, "timeout"),
    /** No connection became free in time. */
    POOL_EXHAUSTED(411, "no free connection"),
    /** The connection broke. */
    CONNECTION_LOST(412, "connection lost"),
    /** A table or column is missing in the database. */
    SCHEMA_OBJECT_MISSING(413, "missing table or column"),
    /** A transaction was used after its end or in a way it cannot be. */
    TRANSACTION_MISUSED(414, "transaction misused"),
    /** What is stored cannot be read as the column's type. */
    STORED_VALUE_INVALID(415, "unreadable stored value"),
    /** The user lacks a right. */
    PERMISSION_DENIED(416, "permission denied"),

    /** Rows of tenants are asked for in a scope that is bound to none. */
    TENANT_MISSING(501, "no tenant"),
    /** What is given as a tenant's id is none. */
    TENANT_INVALID(502, "invalid tenant id"),
    /** A row is said to belong to another tenant than that of the scope. */
    TENANT_FOREIGN(503, "row of another tenant"),
    /** Something is asked of the rows of all tenants that is possible for one tenant only. */
    TENANT_ACROSS(504, "not across tenants"),
    /** A scope of one tenant is asked for more. */
    TENANT_BOUND(505, "scope of one tenant"),
    /** Plain SQL is asked for in the scope of a tenant, to whose rows nothing would confine it. */
    TENANT_UNSCOPED(506, "plain SQL in a tenant's scope"),
    /** Row security is required of a database that has none. */
    ROW_SECURITY_UNSUPPORTED(507, "no row security"),
    /** Row security is required, and a table of tenants lacks it, or another policy shows more. */
    ROW_SECURITY_MISSING(508, "table without row security"),
    /** Row security is required, and does not bind the user of the connections. */
    ROW_SECURITY_BYPASSED(509, "user above row security"),
    /** The rows of all tenants are asked for where that is not allowed. */
    TENANT_ACROSS_OFF(510, "reading across tenants is off"),
    /** A strategy for tenants is chosen that cannot be followed here. */
    TENANCY_UNSUPPORTED(511, "tenancy strategy not possible"),
    /** What lies in different places is asked for in one transaction. */
    TENANT_TRANSACTION(512, "transaction of another place"),
    /** The schema or database of a tenant is not there, and may not be created. */
    TENANT_PLACE_MISSING(513, "no place for a tenant"),

    /** A bug in DataFlow. */
    INTERNAL(900, "internal error");

    private final String id;
    private final String title;

    ErrorCode(int number, String title) {
        this.id = "DF-%03d".formatted(number);
        this.title = title;
    }

    /** The code as it is printed, such as {@code DF-402}. */
    public String id() {
        return id;
    }

    /** What the code stands for, in a few words. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return id;
    }
}
