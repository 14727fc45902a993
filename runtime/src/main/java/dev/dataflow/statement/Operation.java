package dev.dataflow.statement;

import dev.dataflow.trait.Access;

/** What a statement does. */
public enum Operation {
    /** Inserts rows. */
    INSERT("insert", Access.WRITE),
    /** Reads rows by key. */
    READ("read", Access.KEY),
    /** Reads and locks rows. */
    LOCK("lock", Access.WRITE),
    /** Changes rows. */
    UPDATE("update", Access.WRITE),
    /** Makes deleted rows live again. */
    RESTORE("restore", Access.WRITE),
    /** Deletes rows. */
    DELETE("delete", Access.WRITE),
    /** Reads rows that match. */
    LIST("list", Access.SEARCH),
    /** Reads rows that relations lead to. */
    INCLUDE("include", Access.RELATED),
    /** Counts rows that match. */
    COUNT("count", Access.SEARCH),
    /** Groups rows that match. */
    AGGREGATE("aggregation", Access.SEARCH),
    /** Takes numbers for keys. */
    ALLOCATE("key allocation", Access.WRITE),
    /** Looks up what the database can do with a table. */
    EXAMINE("examination", Access.SEARCH),
    /** Looks at rows that written rows point to. */
    CHECK("check of references", Access.SEARCH),
    /** Asks which texts are equal. */
    COMPARE("comparison of texts", Access.SEARCH),
    /** Asks the catalog, once for a model in an instance; listeners are not told. */
    CATALOG("catalog look-up", Access.SEARCH),
    /** Prepares a temporary table that rows are written from. */
    STAGE("staging", Access.WRITE),
    /** Has another statement explained. */
    EXPLAIN("explanation", Access.SEARCH);

    private final String label;
    private final Access access;

    Operation(String label, Access access) {
        this.label = label;
        this.access = access;
    }

    Access access() {
        return access;
    }

    /** The operation in words. */
    public String label() {
        return label;
    }
}
