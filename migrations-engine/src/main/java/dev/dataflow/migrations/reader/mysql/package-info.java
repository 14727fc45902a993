/** Reads a database of MySQL or MariaDB, one class for each kind of object. */
@NullMarked
package dev.dataflow.migrations.reader.mysql;

import org.jspecify.annotations.NullMarked;
