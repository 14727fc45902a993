/** Runs the queries of catalogs. */
@NullMarked
package dev.dataflow.migrations.reader.row;

import org.jspecify.annotations.NullMarked;
