/** Reads a schema of PostgreSQL, one class for each kind of object. */
@NullMarked
package dev.dataflow.migrations.reader.postgresql;

import org.jspecify.annotations.NullMarked;
