package dev.dataflow.statement;

/** What a statement does. */
public enum Operation {
    /** Inserts rows. */
    INSERT("insert"),
    /** Reads rows by key. */
    READ("read"),
    /** Reads and locks rows. */
    LOCK("lock"),
    /** Changes rows. */
    UPDATE("update"),
    /** Deletes rows. */
    DELETE("delete"),
    /** Reads rows that match. */
    LIST("list"),
    /** Reads rows that relations lead to. */
    INCLUDE("include"),
    /** Counts rows that match. */
    COUNT("count"),
    /** Groups rows that match. */
    AGGREGATE("aggregation"),
    /** Takes numbers for keys. */
    ALLOCATE("key allocation"),
    /** Looks up what the database can do with a table. */
    EXAMINE("examination"),
    /** Looks at rows that written rows point to. */
    CHECK("check of references"),
    /** Asks which texts are equal. */
    COMPARE("comparison of texts"),
    /** Asks the catalog, once for a model in an instance; listeners are not told. */
    CATALOG("catalog look-up"),
    /** Prepares a temporary table that rows are written from. */
    STAGE("staging"),
    /** Has another statement explained. */
    EXPLAIN("explanation");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /** The operation in words. */
    public String label() {
        return label;
    }
}
