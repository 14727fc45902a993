package dev.dataflow.node;

/** What became of rows. */
record BulkTally(long inserted, long updated, long skipped) {

    static final BulkTally NONE = new BulkTally(0, 0, 0);

    BulkTally plus(BulkTally other) {
        return new BulkTally(inserted + other.inserted, updated + other.updated, skipped + other.skipped);
    }
}
