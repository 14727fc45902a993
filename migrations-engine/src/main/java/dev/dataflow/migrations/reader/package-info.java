/** Reads all of a schema from a database's catalog, in a constant number of queries. */
@NullMarked
package dev.dataflow.migrations.reader;

import org.jspecify.annotations.NullMarked;
