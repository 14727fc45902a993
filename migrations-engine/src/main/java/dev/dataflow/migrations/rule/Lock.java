package dev.dataflow.migrations.rule;

/**
 * What keeps others out while a statement runs.
 *
 * @param name what the database calls it: a mode of pg_locks, or the clauses of MySQL
 * @param blocks whom it keeps out as long as it is held
 */
public record Lock(String name, Blocks blocks) {

    /** Whom a lock keeps out. */
    public enum Blocks {
        /** Nobody who reads or writes rows; other changes of the schema wait. */
        NOBODY("nobody"),
        /** Who writes; reading goes on. */
        WRITES("writes"),
        /** Who reads and who writes. */
        READS_AND_WRITES("reads and writes");

        private final String label;

        Blocks(String label) {
            this.label = label;
        }

        /** Its name in words. */
        public String label() {
            return label;
        }
    }

    /** No lock of a table. */
    public static final Lock NONE = new Lock("none", Blocks.NOBODY);

    /** PostgreSQL, of a query. */
    public static final Lock ACCESS_SHARE = new Lock("ACCESS SHARE", Blocks.NOBODY);

    /** PostgreSQL, of a query that locks rows. */
    public static final Lock ROW_SHARE = new Lock("ROW SHARE", Blocks.NOBODY);

    /** PostgreSQL, of a statement that writes rows. */
    public static final Lock ROW_EXCLUSIVE = new Lock("ROW EXCLUSIVE", Blocks.NOBODY);

    /** PostgreSQL, keeps out changes of the schema and VACUUM. */
    public static final Lock SHARE_UPDATE_EXCLUSIVE = new Lock("SHARE UPDATE EXCLUSIVE", Blocks.NOBODY);

    /** PostgreSQL. */
    public static final Lock SHARE = new Lock("SHARE", Blocks.WRITES);

    /** PostgreSQL. */
    public static final Lock SHARE_ROW_EXCLUSIVE = new Lock("SHARE ROW EXCLUSIVE", Blocks.WRITES);

    /** PostgreSQL. */
    public static final Lock EXCLUSIVE = new Lock("EXCLUSIVE", Blocks.WRITES);

    /** PostgreSQL. */
    public static final Lock ACCESS_EXCLUSIVE = new Lock("ACCESS EXCLUSIVE", Blocks.READS_AND_WRITES);

    /** MySQL and MariaDB; only the catalog changes. */
    public static final Lock INSTANT = new Lock("ALGORITHM=INSTANT", Blocks.NOBODY);

    /** MariaDB; the table is not made anew, and no index is built. */
    public static final Lock NOCOPY = new Lock("ALGORITHM=NOCOPY, LOCK=NONE", Blocks.NOBODY);

    /** MariaDB; as NOCOPY, and writing waits. */
    public static final Lock NOCOPY_SHARED = new Lock("ALGORITHM=NOCOPY, LOCK=SHARED", Blocks.WRITES);

    /** MySQL and MariaDB; inside of the storage engine, while others write. */
    public static final Lock INPLACE = new Lock("ALGORITHM=INPLACE, LOCK=NONE", Blocks.NOBODY);

    /** MySQL and MariaDB; inside of the storage engine, and writing waits. */
    public static final Lock INPLACE_SHARED = new Lock("ALGORITHM=INPLACE, LOCK=SHARED", Blocks.WRITES);

    /** MariaDB from 11.2 on; row by row into another table, while others write. */
    public static final Lock COPY_ONLINE = new Lock("ALGORITHM=COPY, LOCK=NONE", Blocks.NOBODY);

    /** MySQL and MariaDB; row by row into another table, and writing waits. */
    public static final Lock COPY = new Lock("ALGORITHM=COPY, LOCK=SHARED", Blocks.WRITES);

    /** MySQL and MariaDB, of a statement that knows neither ALGORITHM nor LOCK. */
    public static final Lock METADATA = new Lock("exclusive metadata lock", Blocks.READS_AND_WRITES);

    /** MySQL and MariaDB, of a statement that writes rows: those rows. */
    public static final Lock ROWS = new Lock("row locks", Blocks.NOBODY);

    /** SQLite: one writer for the file; with WAL reading goes on. */
    public static final Lock WRITER = new Lock("the file's one writer", Blocks.WRITES);
}
