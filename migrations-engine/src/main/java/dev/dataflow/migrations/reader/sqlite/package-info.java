/** Reads an SQLite file: from its pragmas what they tell, and the rest from the statements that made it. */
@NullMarked
package dev.dataflow.migrations.reader.sqlite;

import org.jspecify.annotations.NullMarked;
