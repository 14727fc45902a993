package dev.dataflow.benchmarks.trait;

/** What is measured, whoever does it. Not thread-safe. */
public interface Calls {

    /** One row by key. */
    Object read(long id);

    /** All rows with a title, 100 of 1,000. */
    Object list(String title);

    /** The number of rows with a title. */
    Object count(String title);

    /** Writes one column of a row by key, and gives the row. */
    Object update(long id, int stock);
}
