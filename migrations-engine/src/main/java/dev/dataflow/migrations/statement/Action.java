package dev.dataflow.migrations.statement;

/** What a clause or a statement does. */
public enum Action {
    /** {@code CREATE TABLE}. */
    CREATE_TABLE,
    /** {@code DROP TABLE}. */
    DROP_TABLE,
    /** {@code TRUNCATE}. */
    TRUNCATE_TABLE,
    /** A table's new name or schema. */
    RENAME_TABLE,
    /** What is said of a table and changes nothing that is stored: comment, statistics, fill factor. */
    SET_TABLE_OPTION,
    /** Owner, replica identity, storage of a column: stored nowhere in rows, but under the strongest lock. */
    SET_TABLE_PROPERTY,
    /** All rows are written anew for a table's engine, format, persistence or order. */
    REWRITE_TABLE,
    /** All texts get another character set. */
    CONVERT_CHARACTER_SET,
    /** SQLite: another table is made, filled, and put in the place of this one. */
    REBUILD_TABLE,
    /** A column comes. */
    ADD_COLUMN,
    /** A column goes. */
    DROP_COLUMN,
    /** A column's new name. */
    RENAME_COLUMN,
    /** MySQL and MariaDB: a column is said anew as a whole. */
    MODIFY_COLUMN,
    /** A column's type or collation. */
    ALTER_TYPE,
    /** A column may not hold NULL any more. */
    SET_NOT_NULL,
    /** A column may hold NULL. */
    DROP_NOT_NULL,
    /** A column's default comes, goes or changes. */
    ALTER_DEFAULT,
    /** A column is counted up, or otherwise, or no more. */
    ALTER_IDENTITY,
    /** A column is computed otherwise, or no more. */
    ALTER_EXPRESSION,
    /** A foreign key comes. */
    ADD_FOREIGN_KEY,
    /** A check comes. */
    ADD_CHECK,
    /** A constraint NOT NULL with a name comes. */
    ADD_NOT_NULL,
    /** A unique constraint comes. */
    ADD_UNIQUE,
    /** A primary key comes. */
    ADD_PRIMARY_KEY,
    /** An exclusion constraint comes. */
    ADD_EXCLUSION,
    /** Rows that are there are looked at for a constraint. */
    VALIDATE_CONSTRAINT,
    /** A constraint goes, and the text does not say of which kind. */
    DROP_CONSTRAINT,
    /** A foreign key goes. */
    DROP_FOREIGN_KEY,
    /** A check goes. */
    DROP_CHECK,
    /** A unique constraint goes. */
    DROP_UNIQUE,
    /** A primary key goes. */
    DROP_PRIMARY_KEY,
    /** A constraint's new name, or its deferral. */
    RENAME_CONSTRAINT,
    /** An index comes. */
    CREATE_INDEX,
    /** An index goes. */
    DROP_INDEX,
    /** An index's new name. */
    RENAME_INDEX,
    /** An index is built anew. */
    REINDEX,
    /** MySQL and MariaDB: whether queries use an index. */
    SET_INDEX_VISIBILITY,
    /** A trigger comes, or is switched on or off. */
    CREATE_TRIGGER,
    /** A trigger goes. */
    DROP_TRIGGER,
    /** Row security is switched on or off, or a policy comes, changes or goes. */
    ALTER_ROW_SECURITY,
    /** A rewrite rule comes or goes. */
    ALTER_RULE,
    /** A view comes. */
    CREATE_VIEW,
    /** A view goes. */
    DROP_VIEW,
    /** A materialised view comes. */
    CREATE_MATERIALISED_VIEW,
    /** A materialised view is filled anew. */
    REFRESH_MATERIALISED_VIEW,
    /** A table becomes a partition. */
    ATTACH_PARTITION,
    /** PostgreSQL: a table comes as a partition. */
    CREATE_PARTITION,
    /** A partition becomes a table. */
    DETACH_PARTITION,
    /** MySQL and MariaDB: a partition comes. */
    ADD_PARTITION,
    /** MySQL and MariaDB: a partition goes with its rows. */
    DROP_PARTITION,
    /** An enum type gets a value. */
    ADD_ENUM_VALUE,
    /** A value of an enum type gets another name. */
    RENAME_ENUM_VALUE,
    /** A domain gets a check or NOT NULL. */
    ALTER_DOMAIN,
    /** A type, domain, sequence, function or schema comes, or changes without touching rows. */
    CREATE_OBJECT,
    /** A type, domain, sequence, function or schema goes. */
    DROP_OBJECT,
    /** Rows come. */
    INSERT,
    /** Rows change. */
    UPDATE,
    /** Rows go. */
    DELETE,
    /** A table is locked as such. */
    LOCK_TABLE,
    /** A setting of the session, or where a transaction begins and ends. */
    SESSION,
    /** A query. */
    QUERY,
    /** Something else. */
    OTHER
}
